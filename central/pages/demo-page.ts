import { CODES, type CodeKind } from '../../core/codes.ts';
import type { DemoBadge } from '../demo/badges.ts';
import { BASE_STYLE, escapeHtml, type Page } from './html.ts';

const STYLE = `${BASE_STYLE}
header, section { max-width: 1320px; margin: 0 auto; padding: 24px 20px 0; }
h1 { font-size: 32px; } h2 { font-size: 22px; padding-bottom: 12px; } .lead { color: var(--soft); max-width: 70ch; }
ul { list-style: none; margin: 0; padding: 0 0 24px; display: grid; gap: 20px; grid-template-columns: repeat(auto-fill, minmax(330px, 1fr)); }
li { background: var(--card); border: 1px solid var(--line); border-top: 6px solid var(--ground); border-radius: 14px; padding: 16px; display: grid; gap: 10px; align-content: start; scroll-margin: 20px; }
h3 { margin: 0; font-size: 20px; line-height: 1.3; }
.answer { justify-self: start; padding: 2px 12px; border-radius: 99px; background: var(--ground); color: light-dark(#fff, #0b0f14); font-weight: 600; font-size: 15px; }
.come_in { --ground: var(--come-in); } .refused { --ground: var(--refused); } .wait { --ground: var(--wait); } .unknown { --ground: var(--unknown); }
.why { color: var(--soft); } a { color: var(--accent); }
li:target { outline: 4px solid var(--accent); }
`;

const GROUPS: readonly { readonly kinds: readonly CodeKind[]; readonly title: string }[] = [
  { kinds: ['come_in'], title: 'May come in' },
  { kinds: ['refused'], title: 'Refused' },
  { kinds: ['wait'], title: 'A person has to look' },
  { kinds: ['unknown'], title: 'Not recognised' },
];

export interface DrawnDemoBadge extends DemoBadge {
  readonly svg: string;
}

/** All badges of the demo, large enough to hold a screen before a webcam. */
export function demoPage(badges: readonly DrawnDemoBadge[]): Page {
  const groups = GROUPS.map(({ kinds, title }) => {
    const cards = badges.filter((badge) => kinds.includes(CODES[badge.expected])).map(card);
    return `<section><h2>${title}</h2><ul>${cards.join('\n')}</ul></section>`;
  });
  return {
    title: 'Gatehouse demo badges',
    style: STYLE,
    body: `<header><h1>Riverside Tower: demo badges</h1>
<p class="lead">Hold one before the gate’s camera, on a phone or printed. Each says what the main gate answers to its first scan, and why.
The people and firms are made up. A second scan of somebody who came in is a going out.</p></header>
<form method="post" action="/demo/remote-check-in"><button>Let the next worker check in from a phone</button></form>
<main>${groups.join('\n')}</main>`,
  };
}

function card({ key, name, expected, why, svg, page }: DrawnDemoBadge): string {
  return `<li id="${escapeHtml(key)}" class="${CODES[expected]}">
<h3 dir="auto">${escapeHtml(name)}</h3>
<div class="qr" role="img" aria-label="QR code: ${escapeHtml(key)}">${svg}</div>
<p class="answer">${expected.replaceAll('_', ' ')}</p>
<p class="why">${escapeHtml(why)}</p>
${page === undefined ? '' : `<p><a href="${escapeHtml(page)}">The page on this person’s phone</a></p>`}
</li>`;
}
