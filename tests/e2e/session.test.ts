import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignInAnswer } from '../../preload/session-views.ts';
import type { DeskStatus } from '../../preload/views.ts';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { ask } from './rig/desk.ts';
import { simulateDoor, type SimulatedDoor } from './rig/door.ts';
import { doorSettings, newFolder, removeFolder, runGate, type RunningGate } from './rig/gate.ts';
import { journalEvents } from './rig/journal.ts';
import { signIn, userIdOf } from './rig/sign-in.ts';

const SOON = { timeout: 20_000, interval: 100 };
const OPEN_ONCE = { doorId: 'door-1', reason: 'Parcel' };

describe('who works at the desk', () => {
  const folder = newFolder();
  let central: RunningCentral;
  let door: SimulatedDoor;
  let gate: RunningGate;
  let desk: Page;
  const session = async () => (await ask<DeskStatus>(desk, 'getStatus')).session;
  const releases = () => journalEvents(gate.home).filter(({ type }) => type === 'override.given');

  beforeAll(async () => {
    central = await runCentral(folder);
    door = await simulateDoor(folder);
    const settings = { ...doorSettings(door.path), camera: { enabled: false } };
    gate = await runGate({ folder, central, settings });
    desk = await gate.desk();
    await desk.getByText('Riverside').first().waitFor();
  });
  afterAll(async () => {
    await gate?.close();
    await door?.stop();
    await central?.stop();
    removeFolder(folder);
  });

  test('nobody signed in: the gate is seen, and an act is refused aloud', async () => {
    await desk.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await session()).toEqual({ state: 'signed_out', rights: [] });
    await expect(ask(desk, 'openDoorOnce', OPEN_ONCE)).rejects.toThrow('sign_in_needed door.open');
    expect(releases()).toEqual([]);
  });

  test('an act asks who it is, takes the PIN, goes on, and bears the name up to central', async () => {
    await desk.locator('[data-truth="door"] button').click();
    await desk.getByRole('button', { name: 'Open once' }).click();
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /Moira Tennant/ })
      .click();
    for (const digit of '1234') await desk.getByRole('button', { name: digit, exact: true }).click();
    await desk.getByRole('button', { name: 'OK' }).click();
    await desk.getByLabel('Delivery').check();
    await desk
      .getByRole('dialog', { name: /once\?/ })
      .getByRole('button', { name: 'Open once' })
      .click();
    await expect
      .poll(() => releases().map(({ actor }) => actor), SOON)
      .toEqual([{ kind: 'user', userId: userIdOf('desk') }]);
    const id = releases()[0]?.id;
    await expect
      .poll(async () => (await central.events(gate.home)).find((event) => event.id === id)?.status, SOON)
      .toBe('accepted');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Escape');
  });

  test('what a guard may not do takes a supervisor’s PIN, once, and the guard stays signed in', async () => {
    const choose = () => ask(desk, 'chooseCamera', { deviceId: null });
    await expect(choose()).rejects.toThrow('not_allowed settings.edit');
    const vouch = { userId: userIdOf('supervisor'), pin: '5678', right: 'settings.edit' };
    expect(await ask(desk, 'vouch', vouch)).toEqual({ ok: true });
    await choose();
    await expect(choose()).rejects.toThrow('not_allowed settings.edit');
    const vouched = journalEvents(gate.home).filter(({ data }) => data['purpose'] === 'vouch');
    expect(vouched.map(({ actor }) => actor)).toEqual([{ kind: 'user', userId: userIdOf('supervisor') }]);
    expect((await session()).user?.name).toBe('Moira Tennant');
  });

  test('wrong PINs wait longer and longer, and the fifth locks the name, on record', async () => {
    const guess = () => ask<SignInAnswer>(desk, 'signInWithPin', { userId: userIdOf('supervisor'), pin: '0000' });
    expect(await guess()).toMatchObject({ ok: false, code: 'secret_wrong' });
    expect(await guess()).toMatchObject({ ok: false, code: 'sign_in_locked' });
    const lockOuts = () => journalEvents(gate.home).filter(({ type }) => type === 'user.locked_out');
    await expect
      .poll(async () => {
        await guess();
        return lockOuts().map(({ data }) => data);
      }, SOON)
      .toEqual([{ userId: userIdOf('supervisor'), means: 'pin', tries: 5 }]);
    const right = await ask<SignInAnswer>(desk, 'signInWithPin', { userId: userIdOf('supervisor'), pin: '5678' });
    expect(right).toMatchObject({ ok: false, code: 'sign_in_locked' });
  });

  test('C5: somebody whom central takes out is out at once', async () => {
    await central.admin(`users/${userIdOf('desk')}/status`, { status: 'inactive' });
    await desk.getByRole('button', { name: 'Sign in' }).waitFor();
    await expect(signIn(desk, 'desk')).rejects.toThrow('user_gone');
  });

  test('B6: an act of an account that central took out while the line was cut is set aside', async () => {
    await signIn(desk, 'administrator');
    central.cut();
    await central.admin(`users/${userIdOf('administrator')}/status`, { status: 'inactive' });
    await ask(desk, 'openDoorOnce', OPEN_ONCE);
    await central.heal();
    await expect
      .poll(async () => (await ask<DeskStatus>(desk, 'getStatus')).connection.setAside, SOON)
      .toBeGreaterThan(0);
    await expect.poll(async () => (await session()).state, SOON).toBe('signed_out');
  });
});
