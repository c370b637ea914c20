import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { simulateDoor, type SimulatedDoor } from './rig/door.ts';
import { badgeHeldUp, doorSettings, newFolder, nobody, removeFolder, runGate, type RunningGate } from './rig/gate.ts';
import { actsOf, journalEvents } from './rig/journal.ts';

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
  const folder = newFolder();
  let central: RunningCentral;
  let door: SimulatedDoor;
  let gate: RunningGate;

  beforeAll(async () => {
    central = await runCentral(folder);
    door = await simulateDoor(folder);
    const film = HELD_UP.flatMap(([key]) => [nobody(1500), badgeHeldUp(central.badge(key).text, 2000)]);
    gate = await runGate({ folder, settings: { ...doorSettings(door.path), ...IN_ONLY }, central, film });
  });
  afterAll(async () => {
    await gate?.close();
    await door?.stop();
    await central?.stop();
    removeFolder(folder);
  });

  test('each has its own answer, and every answer is written down', async () => {
    const expected = HELD_UP.map(([, act]) => act);
    await expect
      .poll(() => actsFromTheFirstBadge(gate.home).slice(0, expected.length), { timeout: 90_000, interval: 250 })
      .toEqual(expected);
  });

  test('none of them moved the door', () => {
    const admitted = actsOf(gate.home).filter((act) => act.startsWith('in ')).length;
    expect(door.moves().filter(({ on }) => on)).toHaveLength(admitted);
  });

  test('a stranger is kept as a hash, never as the text of the code', () => {
    const journal = JSON.stringify(journalEvents(gate.home));
    expect(journal).not.toContain(central.badge('unknown-card').text);
    expect(journal).toMatch(/"code":"unknown_badge"[^}]*"textHash":"[0-9a-f]{64}"/);
  });

  test('the worker reads what is wrong and what to do, staff read why', async () => {
    const kiosk = await gate.kiosk();
    await expect.poll(() => kiosk.innerText('body'), { timeout: 60_000, interval: 100 }).toMatch(/badge|code/i);
    const desk = await gate.desk();
    expect(await desk.innerText('body')).toMatch(/Badge ended|badge has ended/i);
  });
});

/** The film runs in a circle and may be anywhere in it when the gate is ready: the count starts when the first badge comes round. */
function actsFromTheFirstBadge(home: string): string[] {
  const acts = actsOf(home);
  return acts.slice(Math.max(0, acts.indexOf('in welcome')));
}
