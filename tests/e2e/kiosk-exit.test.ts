import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { newFolder, removeFolder, runGate, type RunningGate } from './rig/gate.ts';
import { journalEvents } from './rig/journal.ts';
import { userIdOf } from './rig/sign-in.ts';

const SOON = { timeout: 20_000, interval: 100 };

const folder = newFolder();
let central: RunningCentral;
let gate: RunningGate;

beforeAll(async () => {
  central = await runCentral(folder);
  const settings = { camera: { enabled: false }, windows: { kiosk: true, desk: false, kioskFullScreen: true } };
  gate = await runGate({ folder, central, settings });
  await (await gate.kiosk()).getByText('Riverside').first().waitFor();
});
afterAll(async () => {
  await gate?.close();
  await central?.stop();
  removeFolder(folder);
});

test('G9: a full-screen kiosk closes for nobody without a staff PIN', async () => {
  const kiosk = await gate.kiosk();
  const pad = kiosk.getByRole('dialog', { name: 'For gate staff: your PIN' });
  await gate.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await pad.waitFor();
  await pad.getByRole('button', { name: 'Back' }).click();
  await pad.waitFor({ state: 'detached' });

  await gate.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const type = async (pin: string): Promise<void> => {
    for (const digit of pin) await pad.getByRole('button', { name: digit, exact: true }).click();
    await pad.getByRole('button', { name: 'Close this screen' }).click();
  };
  await type('0000');
  await pad.getByText('That PIN does not match.').waitFor();
  await expect.poll(() => pad.isVisible(), SOON).toBe(true);

  const ended = new Promise<void>((resolve) => gate.app.once('close', () => resolve()));
  // The wrong one makes the next one wait for a second: typed too soon, it is asked for again.
  const again = async (): Promise<void> => {
    await type('1234').catch(() => undefined);
    await pad.getByText('Please wait a moment').waitFor({ timeout: 1500 });
    await again();
  };
  await Promise.race([ended, again().catch(() => ended)]);
  const exits = journalEvents(gate.home).filter(({ type: kind }) => kind === 'user.signed_in');
  expect(exits.map(({ actor }) => actor.userId)).toEqual([userIdOf('desk')]);
});
