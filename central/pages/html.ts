/** Text as HTML: nothing that comes from a record can become markup. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** No script at all, no other origin; the styles are the page's own, allowed by the hash that `page` gives. */
export const contentSecurityPolicy = (styleHash: string): string =>
  `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export interface Page {
  readonly title: string;
  readonly style: string;
  /** Markup, its texts escaped by the caller. */
  readonly body: string;
}

export const pageMarkup = ({ title, style, body }: Page): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;

/** Colours follow the gate's own (renderer/shared/tokens.css). A QR stays dark on white in dark mode too: inverted ones don't scan. */
export const BASE_STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#f6f7f9, #0e1318); --card: light-dark(#fff, #171e26); --line: light-dark(#d7dde3, #2e3a46);
  --ink: light-dark(#14202b, #eaf0f5); --soft: light-dark(#4d5b69, #a9b7c4); --accent: light-dark(#0d5c75, #63c3df); --on-accent: light-dark(#fff, #0b0f14);
  --come-in: light-dark(#0b7a3b, #2fbf71); --goodbye: light-dark(#1259c3, #5aa2ff); --wait: light-dark(#9a5b00, #ffb020);
  --refused: light-dark(#b3261e, #ff6b5e); --unknown: light-dark(#6a3fb5, #b79bff); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.5 Inter, system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1, h2, p, dl, dd { margin: 0; }
.qr { background: #fff; border-radius: 12px; line-height: 0; }
.qr svg { width: 100%; height: auto; shape-rendering: crispEdges; }
:focus-visible { outline: 3px solid light-dark(#0d5c75, #ffd166); outline-offset: 3px; }
`;
