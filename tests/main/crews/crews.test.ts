import { describe, expect, test } from 'vitest';
import { createCache } from '../../../main/cache/cache.ts';
import { createCrews } from '../../../main/crews/crews.ts';
import { createEvents } from '../../../main/crews/events.ts';
import { crewState } from '../../../main/crews/members.ts';
import type { Ground } from '../../../main/ground.ts';
import { createSitePresence } from '../../../main/presence/site-presence.ts';
import { checkIn, checkOut, grant, newHome, openTestStore, START_MS } from '../fixtures.ts';
import { put, SITE } from '../site.ts';

const HOUR_MS = 3_600_000;
const photo = 'f'.repeat(64);
const times = { startsAt: '2026-03-02T08:00:00.000Z', endsAt: '2026-03-02T18:00:00.000Z', locationId: 'location-1' };
const booking = {
  ...times,
  clientId: 'client-1',
  name: 'Harbour fair',
  status: 'confirmed',
  teamLeader: { name: 'Hanna Berg', phone: '+48 600 000 001' },
  staffNumbers: 3,
  requiredQualifications: ['First aid', 'Crowd safety'],
};
const document = { mediaType: 'application/pdf', sizeBytes: 9, sha256: photo, uploadedAt: times.startsAt };
const PEOPLE = [
  put('worker', 'ben', {
    firstName: 'Ben',
    lastName: 'Núñez',
    photo,
    skills: ['Stewarding'],
    qualifications: [
      { name: 'First aid', validUntil: '2026-03-01T00:00:00.000Z' },
      { name: 'Crowd safety', documentId: 'certificate' },
    ],
    vehicles: [{ plate: 'WA 123', permit: 'Yard B' }, { plate: 'WA 456' }],
  }),
  put('worker', 'cleo', { firstName: 'Cleo', lastName: 'Adams' }),
  put('assignment', 'assignment-2', { workOrderId: 'order-1', workerId: 'ben' }),
  put('assignment', 'assignment-3', { workOrderId: 'order-1', workerId: 'cleo' }),
  put('booking', 'fair', booking),
  put('rosterEntry', 'entry-1', {
    ...times,
    bookingId: 'fair',
    workerId: 'ben',
    role: 'Steward',
    vehiclePlate: 'WA 123',
  }),
  put('rosterEntry', 'entry-2', { ...times, bookingId: 'fair', workerId: 'cleo' }),
  put('document', 'certificate', { ...document, name: 'Crowd.pdf', subject: { kind: 'worker', id: 'ben' } }),
  put('document', 'map', { ...document, name: 'Map.pdf', subject: { kind: 'booking', id: 'fair' } }),
];

function place(changes: readonly ReturnType<typeof put>[] = []) {
  const store = openTestStore(newHome());
  const cache = createCache(store.db);
  cache.apply([...SITE, ...PEOPLE, ...changes], 'c1', true, START_MS);
  const identity = { deviceId: 'd', gateId: 'gate-1', locationId: 'location-1', deviceToken: 't', centralUrl: 'x' };
  const presence = createSitePresence({ ...store, cache, identity });
  const ground = { ...store, cache, presence, identity } as unknown as Ground;
  return { ...store, crews: createCrews(ground), events: createEvents(ground) };
}

describe('D5: where somebody stands with a piece of work', () => {
  const forIt = { workOrderIds: ['order-1'], untilMs: START_MS + HOUR_MS };
  test.each([
    ['never scanned', undefined, undefined, 'not_yet'],
    ['scanned for it and inside', forIt, { inside: true }, 'inside'],
    ['scanned for it, out again', forIt, { inside: false }, 'validated'],
    ['scanned for it, and the grant is over', { ...forIt, untilMs: START_MS }, { inside: false }, 'not_yet'],
    ['inside still, though the grant is over', { ...forIt, untilMs: START_MS }, { inside: true }, 'inside'],
    ['inside for other work', { ...forIt, workOrderIds: ['order-9'] }, { inside: true }, 'not_yet'],
    ['let in at another gate', undefined, { inside: true, gateId: 'gate-2' }, 'inside'],
    ['gone out at another gate', undefined, { inside: false, gateId: 'gate-2' }, 'not_yet'],
  ] as const)('%s', (_what, given, presence, expected) => {
    expect(crewState('order-1', given, presence, START_MS)).toBe(expected);
  });
});

describe('D5: crews', () => {
  test('tell who is in, who was validated and who is awaited, the awaited first', () => {
    const { crews, journal } = place();
    journal.append([
      grant('anna', 'badge-a'),
      checkIn('anna'),
      grant('ben', 'badge-b'),
      checkIn('ben'),
      checkOut('ben'),
    ]);
    const { crews: found, total } = crews.list('', START_MS);
    expect(total).toBe(1);
    expect(found[0]).toMatchObject({ number: 'WO-1', clientName: 'Harbour Works', people: 3, inside: 1, validated: 1 });
    expect(found[0]?.members.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Cleo Adams not_yet',
      'Ben Núñez validated',
      'Anna Kowalska inside',
    ]);
  });

  test('have whom another gate let in among those inside, by that gate’s name (G5)', () => {
    const { crews } = place([
      put('gate', 'gate-2', { name: 'Goods gate', locationId: 'location-1' }),
      put('presence', 'p-cleo', {
        workerId: 'cleo',
        locationId: 'location-1',
        gateId: 'gate-2',
        inside: true,
        since: new Date(START_MS).toISOString(),
      }),
    ]);
    const [crew] = crews.list('', START_MS).crews;
    expect(crew).toMatchObject({ people: 3, inside: 1 });
    expect(crew?.members.at(-1)).toMatchObject({ name: 'Cleo Adams', state: 'inside', gateName: 'Goods gate' });
  });

  test.each([
    ['nunez', 1],
    ['steel harbour', 1],
    ['wo-1', 1],
    ['nobody', 0],
  ])('are found by %s', (query, total) => {
    expect(place().crews.list(query, START_MS).total).toBe(total);
  });

  test.each([
    ['a day and an hour before', -25 * HOUR_MS, 0],
    ['an hour before', -HOUR_MS, 1],
    ['after its end', 9 * HOUR_MS, 0],
  ])('are shown from a day before until the end: %s', (_when, sinceMs, total) => {
    expect(place().crews.list('', START_MS + sinceMs).total).toBe(total);
  });
});

describe('E1, E2: an event', () => {
  test('has its team leader, its roster with what each one brings and lacks, and its documents', () => {
    const { events, journal } = place();
    journal.append([grant('cleo', 'badge-c'), checkIn('cleo')]);
    const view = events.one('fair', START_MS);
    expect(view).toMatchObject({
      name: 'Harbour fair',
      clientName: 'Harbour Works',
      teamLeader: { name: 'Hanna Berg', phone: '+48 600 000 001' },
      staffNumbers: 3,
      people: 2,
      inside: 0,
      requiredQualifications: ['First aid', 'Crowd safety'],
      documents: [{ name: 'Map.pdf' }],
    });
    expect(view?.roster?.find(({ workerId }) => workerId === 'ben')).toMatchObject({
      role: 'Steward',
      photo,
      startsAtMs: Date.parse(times.startsAt),
      skills: ['Stewarding'],
      vehicles: [{ plate: 'WA 123', permit: 'Yard B' }],
      qualifications: [
        { name: 'First aid', state: 'ended' },
        { name: 'Crowd safety', state: 'ok', certificate: { id: 'certificate', name: 'Crowd.pdf' } },
      ],
    });
    const lacking = view?.roster?.find(({ workerId }) => workerId === 'cleo')?.qualifications;
    expect(lacking).toEqual([
      { name: 'First aid', state: 'missing' },
      { name: 'Crowd safety', state: 'missing' },
    ]);
  });

  test('shows what is required and runs out before the end of somebody’s shift as missing', () => {
    const validUntil = '2026-03-02T12:00:00.000Z';
    const cleo = { firstName: 'Cleo', lastName: 'Adams', qualifications: [{ name: 'first aid', validUntil }] };
    const { events } = place([put('worker', 'cleo', cleo, 2)]);
    const line = events.one('fair', START_MS)?.roster?.find(({ workerId }) => workerId === 'cleo');
    expect(line?.qualifications).toEqual([
      { name: 'Crowd safety', state: 'missing' },
      { name: 'first aid', state: 'missing', untilMs: Date.parse(validUntil) },
    ]);
  });

  const sections = (off: Record<string, boolean>) => [
    put(
      'client',
      'client-1',
      { name: 'Harbour Works', requiresWorkerRegistration: true, requiresCheckIn: true, sections: off },
      2,
    ),
  ];
  test.each([
    ['staffNumbers', 'staffNumbers'],
    ['roster', 'roster'],
    ['documentsDown', 'documents'],
    ['rosterQualifications', 'requiredQualifications'],
  ] as const)('leaves out what the client has switched off: %s', (section, part) => {
    expect(place().events.one('fair', START_MS)).toHaveProperty(part);
    expect(place(sections({ [section]: false })).events.one('fair', START_MS)).not.toHaveProperty(part);
  });
  test.each([
    ['rosterPhotos', { photo }, 'photo'],
    ['rosterTimes', { startsAtMs: Date.parse(times.startsAt) }, 'startsAtMs'],
  ] as const)('leaves out of the roster what is switched off: %s', (section, shown, part) => {
    const ben = (view: ReturnType<ReturnType<typeof place>['events']['one']>) =>
      view?.roster?.find(({ workerId }) => workerId === 'ben');
    expect(ben(place().events.one('fair', START_MS))).toMatchObject(shown);
    expect(ben(place(sections({ [section]: false })).events.one('fair', START_MS))).not.toHaveProperty(part);
  });
  test.each(['rosterSkills', 'rosterQualifications', 'rosterVehicles'] as const)(
    'has an empty %s when off',
    (section) => {
      const part = {
        rosterSkills: 'skills',
        rosterQualifications: 'qualifications',
        rosterVehicles: 'vehicles',
      } as const;
      const roster = place(sections({ [section]: false })).events.one('fair', START_MS)?.roster ?? [];
      expect(roster.map((line) => line[part[section]])).toEqual([[], []]);
    },
  );

  test('of a client without the section is not there at all', () => {
    const { events } = place(sections({ events: false }));
    expect([events.list('', START_MS).total, events.one('fair', START_MS)]).toEqual([0, null]);
  });

  test.each([
    ['confirmed', 1],
    ['to_be_confirmed', 1],
    ['cancelled', 0],
    ['completed', 0],
  ])('that is %s is listed: %i', (status, total) => {
    expect(place([put('booking', 'fair', { ...booking, status }, 2)]).events.list('', START_MS).total).toBe(total);
  });
});
