import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DeskStatus } from '../../preload/views.ts';
import { ask } from './rig/desk.ts';
import { badgeHeldUp, doorSettings, nobody, runGate } from './rig/gate.ts';
import { actsOf } from './rig/journal.ts';
import { signIn } from './rig/sign-in.ts';
import { siteFor } from './rig/site.ts';

const SOON = { timeout: 20_000, interval: 100 };

describe('G1: a camera tuned from the desk', () => {
  const site = siteFor('lcus', ({ folder, central, door }) => {
    const film = [nobody(6000), badgeHeldUp(central.badge('good').text, 60_000)];
    return runGate({ folder, settings: doorSettings(door.path), central, film });
  });
  let desk: Page;
  beforeAll(async () => {
    desk = await site.gate.desk();
    await desk.getByText('Riverside').first().waitFor();
    await signIn(desk, 'administrator');
  });
  const camera = async () => (await ask<DeskStatus>(desk, 'getStatus')).camera;
  const size = async () => (await camera()).offers?.size;
  const picture = async () =>
    (await site.gate.kiosk()).evaluate(() => {
      const video = document.querySelector<HTMLVideoElement>('.ready-picture');
      return video && { width: video.videoWidth, height: video.videoHeight, mirrored: video.dataset['mirrored'] };
    });

  test('offers the sizes that it has, and no light that it does not have', async () => {
    await expect.poll(size, SOON).toEqual({ width: 1280, height: 720 });
    expect((await camera()).offers).toMatchObject({
      torch: false,
      sizes: expect.arrayContaining([{ width: 640, height: 480 }]),
    });
  });

  test('gives a smaller picture at once, not mirrored, without being opened anew', async () => {
    await ask(desk, 'tuneCamera', { size: { width: 640, height: 480 }, mirror: false, region: 'middle' });
    await expect.poll(picture, SOON).toEqual({ width: 640, height: 480, mirrored: 'false' });
    await expect.poll(size, SOON).toEqual({ width: 640, height: 480 });
    expect((await camera()).tune).toMatchObject({ mirror: false, region: 'middle' });
  });

  test('reads badges held before the middle', async () => {
    await expect.poll(() => actsOf(site.gate.home), SOON).toEqual(['in welcome']);
  });
});
