import type { Badge, Worker } from '../../core/site/entities.ts';
import type { BadgeStanding } from '../badges/standing.ts';
import { BASE_STYLE, escapeHtml, type Page } from './html.ts';

export interface ShownBadge {
  readonly worker: Worker;
  readonly badge: Badge;
  readonly standing: BadgeStanding;
  readonly svg: string;
  /** Where the button for a new badge goes. */
  readonly path: string;
}

const STYLE = `${BASE_STYLE}
main { max-width: 460px; margin: 0 auto; padding: 20px 16px 40px; display: grid; gap: 16px; }
.brand { color: var(--soft); font-size: 15px; letter-spacing: .02em; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 16px; overflow: hidden; }
.state { padding: 14px 16px; color: var(--on); background: var(--ground); font-weight: 650; font-size: 19px; --on: light-dark(#fff, #0b0f14); }
.good { --ground: var(--come-in); } .ended, .withdrawn, .blocked { --ground: var(--refused); } .not_yet { --ground: var(--wait); }
.inside { padding: 16px; display: grid; gap: 16px; }
h1 { font-size: 28px; line-height: 1.2; overflow-wrap: anywhere; }
.dim { opacity: .25; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 6px 16px; } dt { color: var(--soft); }
button { width: 100%; min-height: 56px; border: 0; border-radius: 12px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 650; }
.hint { color: var(--soft); }
`;

const SAYS: Readonly<Record<BadgeStanding, { readonly state: string; readonly hint: string }>> = {
  good: { state: 'Good to show', hint: 'Turn up the brightness and hold the code flat before the scanner.' },
  not_yet: { state: 'Not good yet', hint: 'Come back when it begins.' },
  ended: { state: 'This badge has ended', hint: 'Ask your office for a new work date, then make a new badge.' },
  withdrawn: { state: 'This badge was withdrawn', hint: 'Ask your office for a new one.' },
  blocked: { state: 'You can’t use a badge at the moment', hint: 'Please call your office.' },
};

export function badgePage({ worker, badge, standing, svg, path }: ShownBadge): Page {
  const name = `${worker.firstName} ${worker.lastName}`;
  const { state, hint } = SAYS[standing];
  const useless = standing === 'good' || standing === 'not_yet' ? '' : ' dim';
  return {
    title: `${name}: badge`,
    style: STYLE,
    body: `<main>
<p class="brand">Gatehouse badge</p>
<section class="card">
<p class="state ${standing}" role="status">${state}</p>
<div class="inside">
<h1 dir="auto">${escapeHtml(name)}</h1>
<div class="qr${useless}" role="img" aria-label="QR code of this badge">${svg}</div>
<dl>${validity(badge)}</dl>
${standing === 'ended' ? `<form method="post" action="${escapeHtml(path)}"><button>Make a new badge</button></form>` : ''}
<p class="hint">${hint}</p>
</div>
</section>
</main>`,
  };
}

function validity({ validFrom, validUntil }: Badge): string {
  const row = (label: string, time: string | undefined, otherwise: string) =>
    `<dt>${label}</dt><dd>${time === undefined ? otherwise : `<time datetime="${time}">${readable(time)}</time>`}</dd>`;
  return row('From', validFrom, 'now') + row('Until', validUntil, 'no end set');
}

/** A phone may be in any zone: the page has no script, so it says UTC. */
const readable = (time: string): string =>
  `${new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(new Date(time))} UTC`;
