import { describe, expect, test } from 'vitest';
import { badgeHeldUp, doorSettings, nobody, runGate } from './rig/gate.ts';
import { actsOf, journalEvents } from './rig/journal.ts';
import { siteFor } from './rig/site.ts';

/** Demo badge → what the gate answers, in the order in which they are held up. The first badge comes twice. */
const HELD_UP = [
  ['good', 'in welcome'],
  ['ended', 'badge_ended'],
  ['wrong-place', 'wrong_place'],
  ['too-early', 'too_early'],
  ['unknown-card', 'unknown_badge'],
  ['forged', 'bad_signature'],
  ['torn', 'unreadable'],
  ['good', 'already_inside'],
  ['revoked', 'badge_revoked'],
  ['record-missing', 'record_missing'],
] as const;
const IN_ONLY = { lanes: [{ id: 'lane-1', name: 'Turnstile in', direction: 'in', doorId: 'door-1' }] };

describe('badges that may not pass', () => {
  const site = siteFor('lcus', async ({ folder, central, door }) => {
    const film = HELD_UP.flatMap(([key]) => [nobody(1500), badgeHeldUp(central.badge(key).text, 2000)]);
    return runGate({ folder, settings: { ...doorSettings(door.path), ...IN_ONLY }, central, film });
  });

  test('each has its own answer, and every answer is written down', async () => {
    const expected = HELD_UP.map(([, act]) => act);
    await expect
      .poll(() => actsFromTheFirstBadge(site.gate.home).slice(0, expected.length), { timeout: 90_000, interval: 250 })
      .toEqual(expected);
  });

  test('none of them moved the door', () => {
    const admitted = actsOf(site.gate.home).filter((act) => act.startsWith('in ')).length;
    expect(site.door.moves().filter(({ on }) => on)).toHaveLength(admitted);
  });

  test('a stranger is kept as a hash, never as the text of the code', () => {
    const journal = JSON.stringify(journalEvents(site.gate.home));
    expect(journal).not.toContain(site.central.badge('unknown-card').text);
    expect(journal).toMatch(/"code":"unknown_badge"[^}]*"textHash":"[0-9a-f]{64}"/);
  });

  test('the worker reads what is wrong and what to do, staff read why', async () => {
    const kiosk = await site.gate.kiosk();
    await expect.poll(() => kiosk.innerText('body'), { timeout: 60_000, interval: 100 }).toMatch(/badge|code/i);
    const desk = await site.gate.desk();
    // The live feed makes room while somebody waits for staff: the list of refusals keeps every reason.
    await desk
      .getByRole('navigation')
      .getByRole('button', { name: /^Refused/ })
      .click();
    await expect
      .poll(() => desk.innerText('body'), { timeout: 20_000, interval: 100 })
      .toMatch(/Badge ended|badge has ended/i);
  });
});

/** The film runs in a circle and may be anywhere in it when the gate is ready: the count starts when the first badge comes round. */
function actsFromTheFirstBadge(home: string): string[] {
  const acts = actsOf(home);
  return acts.slice(Math.max(0, acts.indexOf('in welcome')));
}
