import { describe, expect, test } from 'vitest';
import { badgeHeldUp, doorSettings, nobody, runGate } from './rig/gate.ts';
import { actsOf, chainOf, journalEvents } from './rig/journal.ts';
import { siteFor } from './rig/site.ts';

const SOON = { timeout: 20_000, interval: 100 };

describe('a badge before the camera', () => {
  const site = siteFor('lcus', async ({ folder, central, door }) => {
    const film = [nobody(1500), badgeHeldUp(central.badge('good').text, 60_000)];
    return runGate({ folder, settings: doorSettings(door.path), central, film });
  });

  test('is decided and written into the journal as a grant and a check-in', async () => {
    await expect.poll(() => actsOf(site.gate.home), SOON).toEqual(['in welcome']);
    expect(journalEvents(site.gate.home).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['access.granted', 'presence.checked_in']),
    );
  });

  test('shows the worker a welcome by first name and nothing else of a person', async () => {
    const kiosk = await site.gate.kiosk();
    await expect.poll(() => kiosk.innerText('body'), SOON).toMatch(/Welcome, \w+\./);
  });

  test('moves the door by the bytes of the real board, and lets it go again', async () => {
    await expect
      .poll(() => site.door.moves().map(({ on, bytesHex }) => [on, bytesHex]), SOON)
      .toEqual([
        [true, 'a00101a2'],
        [false, 'a00100a1'],
      ]);
  });

  test('is one act however long it is held there', async () => {
    await expect.poll(() => journalEvents(site.gate.home).some(({ type }) => type === 'door.opened'), SOON).toBe(true);
    expect(actsOf(site.gate.home)).toEqual(['in welcome']);
  });

  test('appears on the desk: in the feed and among those inside', async () => {
    const desk = await site.gate.desk();
    const [first, last] = site.central.badge('good').name.split(' ');
    await expect.poll(() => desk.innerText('body'), SOON).toContain(`${first} ${last}`);
  });

  test('reaches central, every event once and in order, the chain whole', async () => {
    await expect
      .poll(async () => (await site.central.events(site.gate.home)).map(({ id }) => id), SOON)
      .toEqual(journalEvents(site.gate.home).map(({ id }) => id));
    expect(chainOf(site.gate.home).faults).toEqual([]);
  });
});
