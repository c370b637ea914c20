import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { simulateDoor, type SimulatedDoor } from './rig/door.ts';
import { badgeHeldUp, doorSettings, newFolder, nobody, removeFolder, runGate, type RunningGate } from './rig/gate.ts';
import { actsOf, chainOf, journalEvents } from './rig/journal.ts';

const SOON = { timeout: 20_000, interval: 100 };

describe('a badge before the camera', () => {
  const folder = newFolder();
  let central: RunningCentral;
  let door: SimulatedDoor;
  let gate: RunningGate;

  beforeAll(async () => {
    central = await runCentral(folder);
    door = await simulateDoor(folder);
    const film = [nobody(1500), badgeHeldUp(central.badge('good').text, 60_000)];
    gate = await runGate({ folder, settings: doorSettings(door.path), central, film });
  });
  afterAll(async () => {
    await gate?.close();
    await door?.stop();
    await central?.stop();
    removeFolder(folder);
  });

  test('is decided and written into the journal as a grant and a check-in', async () => {
    await expect.poll(() => actsOf(gate.home), SOON).toEqual(['in welcome']);
    expect(journalEvents(gate.home).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['access.granted', 'presence.checked_in']),
    );
  });

  test('shows the worker a welcome by first name and nothing else of a person', async () => {
    const kiosk = await gate.kiosk();
    await expect.poll(() => kiosk.innerText('body'), SOON).toMatch(/Welcome, \w+\./);
  });

  test('moves the door by the bytes of the real board, and lets it go again', async () => {
    await expect
      .poll(() => door.moves().map(({ on, bytesHex }) => [on, bytesHex]), SOON)
      .toEqual([
        [true, 'a00101a2'],
        [false, 'a00100a1'],
      ]);
  });

  test('is one act however long it is held there', async () => {
    await expect.poll(() => journalEvents(gate.home).some(({ type }) => type === 'door.opened'), SOON).toBe(true);
    expect(actsOf(gate.home)).toEqual(['in welcome']);
  });

  test('appears on the desk: in the feed and among those inside', async () => {
    const desk = await gate.desk();
    const [first, last] = central.badge('good').name.split(' ');
    await expect.poll(() => desk.innerText('body'), SOON).toContain(`${first} ${last}`);
  });

  test('reaches central, every event once and in order, the chain whole', async () => {
    await expect
      .poll(async () => (await central.events(gate.home)).map(({ id }) => id), SOON)
      .toEqual(journalEvents(gate.home).map(({ id }) => id));
    expect(chainOf(gate.home).faults).toEqual([]);
  });
});
