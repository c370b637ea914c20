import { describe, expect, test } from 'vitest';
import { createPrefetch } from '../../../main/blobs/prefetch.ts';
import { createWantedFiles } from '../../../main/blobs/wanted-files.ts';
import { createCache } from '../../../main/cache/cache.ts';
import { checkIn, newHome, openTestStore, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

const hash = (letter: string): string => letter.repeat(64);
const times = { startsAt: '2026-03-02T08:00:00.000Z', endsAt: '2026-03-02T14:00:00.000Z', locationId: 'location-1' };
const nextWeek = { startsAt: '2026-03-09T08:00:00.000Z', endsAt: '2026-03-09T14:00:00.000Z' };
const fair = (more: Record<string, unknown> = {}) =>
  put('booking', 'fair', { ...times, clientId: 'client-1', name: 'Fair', status: 'confirmed', ...more }, 2);
const file = (id: string, letter: string, kind: string, subject: string) =>
  put('document', id, {
    name: `${id}.pdf`,
    mediaType: 'application/pdf',
    sizeBytes: 9,
    sha256: hash(letter),
    subject: { kind, id: subject },
    uploadedAt: times.startsAt,
  });
const skilled = (id: string) =>
  put(
    'worker',
    id,
    { firstName: id, lastName: 'X', qualifications: [{ name: 'First aid', documentId: `c-${id}` }] },
    2,
  );
const client = (sections: Record<string, boolean>) =>
  put('client', 'client-1', { name: 'W', requiresWorkerRegistration: true, requiresCheckIn: true, sections }, 2);

function place(...changes: ReturnType<typeof put>[]) {
  const { db, journal } = openTestStore(newHome());
  const people = ['anna', 'ben', 'cleo', 'dan'].flatMap((id) => [
    skilled(id),
    file(`c-${id}`, id.charAt(0), 'worker', id),
  ]);
  const line = put('rosterEntry', 'entry-1', { ...times, bookingId: 'fair', workerId: 'cleo' });
  const all = [...SITE, ...people, fair(), line, file('map', 'e', 'booking', 'fair'), ...changes];
  createCache(db).apply(all, 'c1', true, START_MS);
  journal.append([checkIn('ben')]);
  return createWantedFiles(db, 'location-1')(START_MS);
}

describe('E2: files to have before the line goes down', () => {
  test('are the documents of today’s events, then the certificates of who is expected or inside', () => {
    const [first, ...rest] = place();
    expect(first).toBe(hash('e'));
    expect(rest.sort()).toEqual(['a', 'b', 'c'].map(hash));
  });

  test.each([
    ['of an event next week', fair(nextWeek)],
    ['of an event called off', fair({ status: 'cancelled' })],
    ['of an event elsewhere', fair({ locationId: 'location-2' })],
    ['of a client without documents', client({ documentsDown: false })],
    ['of a client without events', client({ events: false })],
  ])('are not documents %s', (_what, change) => {
    expect(place(change)).not.toContain(hash('e'));
  });

  test('come after the photos of who is expected, and before the photos of everybody else', () => {
    const asked: string[][] = [];
    const blobs = { want: (hashes: readonly string[]) => void asked.push([...hashes]) } as never;
    const wanted = { soon: () => ['photo-1'], all: () => ['photo-1', 'photo-2'] };
    let due = (): void => {};
    const setTimer = (run: () => void) => {
      due = run;
      return () => undefined;
    };
    createPrefetch({ blobs, wanted, files: () => ['map'], nowMs: () => START_MS, setTimer })();
    due();
    expect(asked.at(-1)).toEqual(['photo-1', 'map', 'photo-2']);
  });
});
