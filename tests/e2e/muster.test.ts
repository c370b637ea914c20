import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MusterPage, RollView } from '../../preload/muster-views.ts';
import { runCentral, type RunningCentral } from './rig/central.ts';
import { ask } from './rig/desk.ts';
import { badgeHeldUp, newFolder, nobody, removeFolder, runGate, type RunningGate } from './rig/gate.ts';
import { chainOf, journalEvents, projectionsOf } from './rig/journal.ts';
import { signIn } from './rig/sign-in.ts';

const BADGES = ['good', 'good-es256'] as const;
/** One way only: whoever is seen again stays inside. */
const SETTINGS = {
  lanes: [{ id: 'in', name: 'In', direction: 'in' }],
  camera: { laneId: 'in' },
  muster: { address: '127.0.0.1' },
};
const SOON = { timeout: 20_000, interval: 100 };

describe('G8: a roll call with central cut off', () => {
  const folder = newFolder();
  const pdf = path.join(folder, 'roll.pdf');
  let central: RunningCentral;
  let gate: RunningGate;
  let desk: Page;

  const roll = async (): Promise<RollView | null> => (await ask<MusterPage>(desk, 'getMuster', {})).roll;
  const openRoll = async (): Promise<void> => {
    await desk.locator('.rail-item').nth(2).click();
    await desk.getByRole('tab', { name: 'Roll call' }).click();
  };

  beforeAll(async () => {
    central = await runCentral(folder);
    const film = BADGES.flatMap((key) => [nobody(1000), badgeHeldUp(central.badge(key).text, 2000)]);
    gate = await runGate({ folder, settings: SETTINGS, central, film });
    desk = await gate.desk();
  });
  afterAll(async () => {
    await gate?.close();
    await central?.stop();
    removeFolder(folder);
  });

  test('G8: a drill starts with one touch and lists everybody inside', async () => {
    await expect.poll(async () => (await ask<MusterPage>(desk, 'getMuster', {})).insideCount, SOON).toBeGreaterThan(1);
    central.cut();
    await openRoll();
    await signIn(desk, 'desk');
    await desk.getByRole('button', { name: 'Start: drill' }).click();
    await desk.locator('.roll-row').first().waitFor();
    const { rows, counts } = (await roll())!;
    expect(rows.length).toBeGreaterThan(1);
    expect(counts).toEqual({ total: rows.length, accounted: 0, missing: 0, unmarked: rows.length });
  });

  test('G8: one touch marks somebody, and a restart in the middle loses nothing', async () => {
    const { name } = (await roll())!.rows[0]!;
    await desk.getByRole('button', { name: `Safe: ${name}` }).click();
    await expect.poll(async () => (await roll())?.counts.accounted, SOON).toBe(1);
    const before = await roll();
    await gate.close();
    gate = await runGate({ folder });
    desk = await gate.desk();
    await desk.locator('.muster-banner').waitFor();
    expect(await roll()).toEqual(before);
    await openRoll();
    await signIn(desk, 'desk');
  });

  test('G8: a phone on the own network marks somebody, and a mark sent twice counts once', async () => {
    const { url } = await ask<{ url: string }>(desk, 'openPhones');
    expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
    const { musterId, rows } = (await (await fetch(`${url}roll`)).json()) as RollView;
    const { workerId } = rows[1]!;
    const body = JSON.stringify({ musterId, person: { workerId }, mark: 'missing', markId: 'phone-1', by: 'Ali' });
    const marks = () => journalEvents(gate.home).filter(({ type }) => type === 'muster.marked').length;
    const before = marks();
    for (const _ of [1, 2]) expect((await fetch(`${url}mark`, { method: 'POST', body })).status).toBe(200);
    expect(marks()).toBe(before + 1);
    await desk.locator('.roll-row[data-state="missing"]').getByText('Ali').waitFor();
  });

  test('G8: it becomes a PDF with no network', async () => {
    await gate.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, pdf);
    await desk.getByRole('button', { name: 'PDF' }).click();
    await expect.poll(() => existsSync(pdf), SOON).toBe(true);
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(pdf).length).toBeGreaterThan(5000);
  });

  test('G8: it ends, stays on record, and reaches central when the line is back', async () => {
    await desk.getByRole('button', { name: 'End roll call' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'End roll call' }).click();
    await desk
      .getByRole('region', { name: 'Past roll calls' })
      .getByText(/1 of \d+ accounted for/)
      .waitFor();
    await central.heal();
    const types = async (): Promise<string[]> => (await central.events(gate.home)).map(({ type }) => type);
    await expect
      .poll(async () => (await types()).filter((type) => type.startsWith('muster.')), SOON)
      .toContain('muster.ended');
    expect(chainOf(gate.home).faults).toEqual([]);
    expect(projectionsOf(gate.home)).toEqual([]);
  });
});
