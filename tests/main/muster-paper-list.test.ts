import { describe, expect, test } from 'vitest';
import { paperListHandlers } from '../../main/muster/paper-list-handlers.ts';
import { openSettings } from '../../main/settings.ts';
import type { Station } from '../../main/station.ts';
import { newHome, START_MS } from './fixtures.ts';

function desk(ofLocation: number | null) {
  const settings = openSettings(newHome(), START_MS);
  const station = { policy: () => ({ musterPaperMinutes: ofLocation }) } as unknown as Station;
  let made = 0;
  const paperList = {
    folder: '/papers',
    last: () => (made === 0 ? undefined : { atMs: START_MS, came: 'printed' as const }),
    now: async () => void made++,
    stop: () => undefined,
  };
  const handlers = paperListHandlers({ station: () => station, settings, paperList });
  return { settings, handlers };
}

describe('G8: the paper list in Settings', () => {
  test('is as the location wants, to the printer, and none was made yet', () => {
    expect(desk(30).handlers.getPaperList(undefined)).toEqual({
      own: 'location',
      ofLocation: 30,
      everyMinutes: 30,
      to: 'printer',
      folder: '/papers',
    });
  });

  test('takes this gate’s own minutes, keeps them when the place changes, and gives them up again', () => {
    const { handlers, settings } = desk(30);
    expect(handlers.setPaperList({ own: 10 })).toMatchObject({ own: 10, everyMinutes: 10 });
    expect(handlers.setPaperList({ to: 'folder' })).toMatchObject({ own: 10, to: 'folder' });
    expect(handlers.setPaperList({ own: null })).toMatchObject({ own: null, everyMinutes: null });
    expect(handlers.setPaperList({ own: 'location' })).toMatchObject({
      own: 'location',
      everyMinutes: 30,
      to: 'folder',
    });
    expect(settings.saved().muster).toEqual({ phones: true, paperTo: 'folder' });
  });

  test('is made at once and tells of it', async () => {
    expect(await desk(null).handlers.putPaperList(undefined)).toMatchObject({
      everyMinutes: null,
      last: { came: 'printed' },
    });
  });
});
