import { expect, test } from 'vitest';
import { createWantedPhotos } from '../../../main/blobs/wanted-photos.ts';
import { createCache } from '../../../main/cache/cache.ts';
import { checkIn, newHome, openTestStore, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

const photo = (letter: string): string => letter.repeat(64);
const worker = (id: string, letter: string) =>
  put('worker', id, { firstName: id, lastName: 'X', photo: photo(letter) }, 2);
const times = { startsAt: '2026-03-02T08:00:00.000Z', endsAt: '2026-03-02T14:00:00.000Z', locationId: 'location-1' };

test('wants the photos of who is inside, then of who is expected by an order or a roster, then of all', () => {
  const { db, journal } = openTestStore(newHome());
  const changes = [
    ...SITE,
    worker('anna', 'a'),
    worker('ben', 'b'),
    worker('cleo', 'c'),
    worker('dan', 'd'),
    put('rosterEntry', 'entry-1', { ...times, bookingId: 'fair', workerId: 'cleo' }),
    put('rosterEntry', 'entry-2', { ...times, bookingId: 'fair', workerId: 'dan', locationId: 'location-2' }),
  ];
  createCache(db).apply(changes, 'c1', true, START_MS);
  journal.append([checkIn('ben')]);
  const { soon, all } = createWantedPhotos(db, 'location-1');
  expect(soon(START_MS)).toEqual([photo('b'), photo('a'), photo('c')]);
  expect(all().sort()).toEqual(['a', 'b', 'c', 'd'].map(photo));
});
