import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createLooks } from '../../main/lists/looks.ts';
import { openSettings } from '../../main/settings.ts';
import type { ListLook } from '../../preload/list-views.ts';
import { newHome, START_MS } from './fixtures.ts';

const CHOICES = { contractors: [{ id: 'c-1', name: 'Steelfix' }], clients: [{ id: 'cl-1', name: 'Harbour Works' }] };
const BY_NAME: ListLook = { sort: { column: 'name', down: false }, filters: { contractorId: 'c-1' }, hidden: ['time'] };

/** The desk as it starts on a home, with somebody signed in. */
function started(home: string, userId?: string, choices: typeof CHOICES | undefined = CHOICES) {
  return createLooks({ settings: openSettings(home, START_MS), userId: () => userId, choices: () => choices });
}

describe('how a list was left', () => {
  test('is known after a restart, to whoever left it so and to nobody else', () => {
    const home = newHome();
    started(home, 'moira').keep('scheduled', BY_NAME);
    started(home).keep('inside', { filters: {}, hidden: ['onSite'] });
    expect(started(home, 'moira').get()).toEqual({ scheduled: BY_NAME });
    expect(started(home).get()).toEqual({ inside: { filters: {}, hidden: ['onSite'] } });
    expect(started(home, 'ben').get()).toEqual({});
  });

  test('leaves out a company and a state that there are no more: they would hide everybody', () => {
    const home = newHome();
    started(home, 'moira').keep('working', {
      filters: { contractorId: 'c-gone', clientId: 'cl-1', state: 'abducted' },
      hidden: [],
    });
    expect(started(home, 'moira').get()).toEqual({ working: { filters: { clientId: 'cl-1' }, hidden: [] } });
  });

  test('is forgotten of those who have not been here for longest', () => {
    const home = newHome();
    for (let at = 0; at < 52; at += 1) started(home, `user-${at}`).keep('inside', BY_NAME);
    expect([started(home, 'user-1').get(), started(home, 'user-2').get()]).toEqual([{}, { inside: BY_NAME }]);
  });

  test('that can not be read harms no other setting', () => {
    const home = newHome();
    started(home, 'moira').keep('inside', BY_NAME);
    expect(JSON.parse(readFileSync(path.join(home, 'settings.json'), 'utf8'))).toMatchObject({
      desk: { looks: { moira: { inside: BY_NAME } } },
    });
    const settings = openSettings(home, START_MS);
    settings.set('desk', { looks: { moira: { inside: 'broken' } } } as never);
    const again = openSettings(home, START_MS);
    expect([again.get().desk, again.get().volume]).toEqual([{ looks: {} }, 0.7]);
  });
});
