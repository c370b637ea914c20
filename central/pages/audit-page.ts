import type { AuditEntry } from '../store/audit-rows.ts';
import { escapeHtml, type Page } from './html.ts';
import { page } from './operator-page.ts';

/** @param older where the next page begins; undefined: this is the last one */
export const auditPage = (entries: readonly AuditEntry[], older: string | undefined): Page =>
  page(
    'On record',
    `<div class="head"><h1>On record</h1><p><a href="/operator">Back to the gates</a></p></div>
<p class="hint">What was done at central itself, the newest first. Nobody can change it. What gates and their people did is in the gates’ acts.</p>
${entries.length === 0 ? '<p>Nothing was done yet.</p>' : tableOf(entries)}
<p class="head">${older === undefined ? '' : `<a href="/operator/audit?before=${encodeURIComponent(older)}">Older</a>`}
<a href="/operator/audit.csv">Save all as a file</a></p>`,
  );

const tableOf = (
  entries: readonly AuditEntry[],
): string => `<div class="wide" tabindex="0" role="region" aria-label="On record"><table>
<thead><tr><th scope="col">When (UTC)</th><th scope="col">What</th><th scope="col">Whom or what</th><th scope="col">By</th><th scope="col">Refused</th></tr></thead>
<tbody>${entries.map(rowOf).join('')}</tbody></table></div>`;

const rowOf = ({ atMs, actor, action, subject, outcome }: AuditEntry): string =>
  `<tr>${[
    new Date(atMs).toISOString().slice(0, 19).replace('T', ' '),
    wordsOf(action),
    subject ?? '',
    BY[actor] ?? actor,
    outcome ?? '',
  ]
    .map((cell) => `<td>${escapeHtml(cell)}</td>`)
    .join('')}</tr>`;

const BY: Readonly<Record<string, string>> = { operator: 'Operator’s page', admin_api: 'Admin token' };

const WORDS: Readonly<Record<string, string>> = {
  signed_in: 'Signed in',
  signed_out: 'Signed out',
  code_made: 'Enrolment code made',
  device_enrolled: 'PC enrolled',
  device_withdrawn: 'PC withdrawn',
  audit_saved: 'This list saved as a file',
  password_chosen: 'Password chosen after an invitation',
  user_invited: 'Contact invited',
  user_details: 'Contact changed',
  user_removed: 'Contact removed',
  'POST enrolment-codes': 'Enrolment code made',
  'GET events': 'Acts read out',
  'GET quarantine': 'What was set aside read out',
  'POST badges/:id/revoke': 'Badge revoked',
  'POST remote-check-ins': 'Checked in from a phone',
  'POST devices/:id/revoke': 'PC withdrawn',
  'POST users/:id/secrets': 'PIN or password set',
  'POST users/:id/status': 'Account taken out of use, or into it',
  'POST placements': 'Worker placed on an order',
  'POST placements/:id/status': 'Placement confirmed or taken back',
  'POST orders/:id/status': 'Order opened or cancelled',
  'POST sections': 'What a client’s contacts see',
  'POST workers/:id/remove': 'Person removed for good',
};

const wordsOf = (action: string): string => WORDS[action] ?? action;

const CELLS = ['at', 'action', 'subject', 'actor', 'refused'];

/** Cells that a spreadsheet would take for a formula begin with '. */
const cellOf = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

export async function* auditCsv(entries: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
  yield `${CELLS.join(',')}\r\n`;
  for await (const { atMs, action, subject, actor, outcome } of entries) {
    const cells = [new Date(atMs).toISOString(), action, subject ?? '', actor, outcome ?? ''];
    yield `${cells.map(cellOf).join(',')}\r\n`;
  }
}
