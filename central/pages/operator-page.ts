import type { DeviceOverview } from '../store/store.ts';
import { BASE_STYLE, escapeHtml, type Page } from './html.ts';

const STYLE = `${BASE_STYLE}
main { max-width: 1180px; margin: 0 auto; padding: 20px 16px 48px; display: grid; gap: 20px; }
.narrow { max-width: 460px; }
.brand { color: var(--soft); font-size: 15px; letter-spacing: .02em; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 16px; padding: 16px; display: grid; gap: 12px; align-content: start; }
h1 { font-size: 28px; line-height: 1.2; } h2 { font-size: 20px; } .hint { color: var(--soft); }
.fault { color: var(--refused); font-weight: 650; } .good { color: var(--come-in); font-weight: 650; } .wait { color: var(--wait); font-weight: 650; }
.gates { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr)); gap: 16px; padding: 0; margin: 0; list-style: none; }
.figures { display: grid; grid-template-columns: 1fr auto; gap: 4px 12px; } dt { color: var(--soft); } dd { text-align: end; font-weight: 600; overflow-wrap: anywhere; }
form { display: grid; gap: 12px; } label { display: grid; gap: 4px; font-weight: 650; }
input, select { min-height: 48px; padding: 0 12px; border: 1px solid var(--soft); border-radius: 12px; background: var(--paper); color: inherit; font: inherit; }
button { min-height: 48px; padding: 0 16px; border: 0; border-radius: 12px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 650; cursor: pointer; }
button.quiet { background: none; border: 1px solid var(--line); color: var(--ink); } button.risky { background: var(--refused); color: light-dark(#fff, #0b0f14); }
.card > form:not(:only-child) button, .card > form { justify-self: start; max-width: 100%; } a { color: var(--accent); }
.qr { max-width: 340px; } .code { font-size: 28px; font-weight: 650; letter-spacing: .06em; overflow-wrap: anywhere; }
.head { display: flex; flex-wrap: wrap; gap: 12px; justify-content: space-between; align-items: center; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; padding: 10px 12px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 600; white-space: nowrap; } td:first-child { white-space: nowrap; } .wide { overflow-x: auto; }
summary { min-height: 44px; display: flex; align-items: center; cursor: pointer; color: var(--soft); }
`;

export interface GateChoice {
  readonly id: string;
  readonly name: string;
  readonly placeName: string;
}
export interface Overview {
  readonly gates: readonly GateChoice[];
  readonly devices: readonly DeviceOverview[];
  readonly nowMs: number;
}

export const page = (title: string, inside: string, narrow = false): Page => ({
  title,
  style: STYLE,
  body: `<main${narrow ? ' class="narrow"' : ''}>
<p class="brand">Gatehouse central</p>
${inside}
</main>`,
});

export const signInPage = (fault?: string): Page =>
  page(
    'Sign in',
    `<section class="card">
<h1>Sign in</h1>
${fault === undefined ? '' : `<p class="fault" role="alert">${escapeHtml(fault)}</p>`}
<form method="post" action="/operator/sign-in">
<label>Admin token <input type="password" name="token" required autocomplete="current-password"></label>
<button>Sign in</button>
</form>
<p class="hint">The token that central was started with.</p>
</section>`,
    true,
  );

export const operatorPage = ({ gates, devices, nowMs }: Overview, form: string): Page =>
  page(
    'Gates',
    `<div class="head"><h1>Gates</h1>
<p><a href="/operator/audit">On record</a></p>
<form method="post" action="/operator/sign-out">${hidden('form', form)}<button class="quiet">Sign out</button></form></div>
<section class="card" aria-labelledby="new"><h2 id="new">Set up a gate</h2>
${gates.length === 0 ? '<p>Central knows no gate yet.</p>' : codeForm(gates, form)}
</section>
${devices.length === 0 ? '<p>No PC is enrolled yet. Make a code above and scan it at the gate.</p>' : `<ul class="gates">${devices.map((device) => deviceCard(device, gates, nowMs, form)).join('')}</ul>`}`,
  );

export const codePage = (code: string, gate: GateChoice, qr: string): Page =>
  page(
    'Enrolment code',
    `<section class="card">
<h1>${escapeHtml(gate.name)}</h1>
<p class="hint">${escapeHtml(gate.placeName)}</p>
<div class="qr">${qr}</div>
<p class="code">${escapeHtml(code)}</p>
<p>Scan it at the gate, or type it at its desk. It works once, within a day, and is not shown again.</p>
<p><a href="/operator">Back to the gates</a></p>
</section>`,
    true,
  );

const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;

const codeForm = (gates: readonly GateChoice[], form: string): string => `<form method="post" action="/operator/codes">
${hidden('form', form)}
<label>Gate <select name="gateId">${gates.map(({ id, name, placeName }) => `<option value="${escapeHtml(id)}">${escapeHtml(`${placeName}, ${name}`)}</option>`).join('')}</select></label>
<button>Make an enrolment code</button>
</form>`;

function deviceCard(device: DeviceOverview, gates: readonly GateChoice[], nowMs: number, form: string): string {
  const gate = gates.find(({ id }) => id === device.gateId);
  const figures: readonly (readonly [string, string])[] = [
    ['PC', device.name],
    ['Gatehouse', device.appVersion],
    ['Last act taken', device.lastTakenAtMs === null ? 'None yet' : ago(nowMs - device.lastTakenAtMs)],
    ['Acts', String(device.takenSeq ?? 0)],
    ['To look at, of the last 1,000', String(device.flagged)],
    ['Set aside', String(device.setAside)],
  ];
  return `<li class="card" id="${escapeHtml(device.id)}"><h2>${escapeHtml(gate?.name ?? device.gateId)}</h2>
<p class="hint">${escapeHtml(gate?.placeName ?? '')}</p>
${stateOf(device, nowMs)}
<dl class="figures">${figures.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
${device.revokedAtMs === null ? withdrawForm(device.id, form) : ''}</li>`;
}

const QUIET_MS = 24 * 3_600_000;

function stateOf({ revokedAtMs, lastTakenAtMs, enrolledAtMs }: DeviceOverview, nowMs: number): string {
  if (revokedAtMs !== null) return `<p class="fault">✕ Withdrawn ${ago(nowMs - revokedAtMs)}</p>`;
  const isQuiet = nowMs - (lastTakenAtMs ?? enrolledAtMs) > QUIET_MS;
  return isQuiet ? '<p class="wait">▲ Nothing heard for a day</p>' : '<p class="good">● Working</p>';
}

const withdrawForm = (deviceId: string, form: string): string => `<details><summary>Withdraw this PC…</summary>
<p>It stops admitting, hands over what waits, and forgets everybody. Only a new enrolment code brings it back.</p>
<form method="post" action="/operator/withdraw">${hidden('form', form)}${hidden('deviceId', deviceId)}<button class="risky">Withdraw now</button></form></details>`;

/** A length of time in its largest unit. */
export function ago(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return `${Math.floor(minutes / 1440)} days ago`;
}
