import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSettings } from '../../main/settings.ts';
import { createCache } from '../../main/cache/cache.ts';
import { createSaving } from '../../main/files/saving.ts';
import { listHandlers } from '../../main/list-handlers.ts';
import type { Station } from '../../main/station.ts';
import { createLists } from '../../main/view/lists.ts';
import type { ExportAsk } from '../../preload/list-views.ts';
import { checkIn, newHome, openTestStore, presenceOn, START_MS } from './fixtures.ts';
import { put, SITE } from './site.ts';

const MANY = 1200;
const crowd = Array.from({ length: MANY }, (_, at) => [
  put('worker', `w-${at}`, { firstName: `Crew${at}`, lastName: at === 7 ? '=cmd()' : 'Ł, "Q"' }),
  put('assignment', `a-${at}`, { workOrderId: 'order-1', workerId: `w-${at}` }),
]).flat();

function desk(saves: 'saved' | 'cancelled' | 'full' | 'slow' = 'saved') {
  const home = newHome();
  const store = openTestStore(home);
  const cache = createCache(store.db);
  cache.apply([...SITE, ...crowd, put('worker', 'zoe', { firstName: 'Zoe', lastName: 'Anders' })], 'c', true, START_MS);
  const { projections } = store.journal;
  const lists = createLists({
    ...store,
    cache,
    projections,
    presence: presenceOn(store, cache),
    locationId: 'location-1',
    isDelivered: () => true,
  });
  const station = { areas: { lists }, place: () => ({ siteName: '', gateName: '', timeZone: 'Europe/Warsaw' }) };
  const handlers = listHandlers({
    station: () => station as unknown as Station,
    nowMs: () => START_MS,
    settings: openSettings(newHome(), START_MS),
    session: { user: () => undefined },
    saving: createSaving({
      async saveAs(name, bytes) {
        if (saves === 'full') throw new Error('ENOSPC');
        // A disk that takes a piece at a time.
        if (saves === 'slow')
          for await (const _ of bytes) for (let n = 0; n < 20; n += 1) await new Promise((done) => setImmediate(done));
        if (saves === 'saved') await writeFile(path.join(home, name), bytes);
        return saves === 'saved';
      },
    }),
  });
  const read = async () => (await readFile(path.join(home, 'Scheduled.csv'), 'utf8')).split('\r\n');
  return { ...store, handlers, read };
}

const ask: ExportAsk = {
  list: 'scheduled',
  query: '',
  fileName: 'Scheduled',
  sort: { column: 'name', down: false },
  columns: [
    { id: 'name', heading: 'Name' },
    { id: 'company', heading: 'Company' },
    { id: 'order', heading: 'Work order' },
    { id: 'client', heading: 'Client' },
    { id: 'starts', heading: 'From' },
    { id: 'state', heading: 'State' },
  ],
  words: { expected: 'Expected', inside: 'Inside' },
};

describe('a list as a file', () => {
  test('has every row once, over all pages, with the desk’s words and the site’s time', async () => {
    const { handlers, read, journal } = desk();
    journal.append([checkIn('anna')]);
    expect(await handlers.exportList(ask)).toEqual({ came: 'saved' });
    const lines = await read();
    expect(lines[0]).toBe('\uFEFFName,Company,Work order,Client,From,State');
    expect(lines[1]).toBe('Anna Kowalska,Steelfix,WO-1,Harbour Works,2026-03-02 07:00,Inside');
    expect(lines[2]).toBe('"Crew0 Ł, ""Q""",,WO-1,Harbour Works,2026-03-02 07:00,Expected');
    expect(lines.filter(Boolean)).toHaveLength(MANY + 2);
    expect(new Set(lines).size).toBe(lines.length);
  });

  test('has what was searched and chosen alone', async () => {
    const { handlers, read } = desk();
    await handlers.exportList({ ...ask, query: 'anna', filters: { clientId: 'client-1' } });
    expect((await read()).filter(Boolean)).toHaveLength(2);
  });

  test('has no cell that a table program would take for a formula', async () => {
    const { handlers, read } = desk();
    await handlers.exportList({ ...ask, query: 'cmd', columns: [{ id: 'name', heading: '=1+1' }] });
    expect(await read()).toEqual(["\uFEFF'=1+1", 'Crew7 =cmd()', '']);
  });

  test('tells how far it is, and leaves no file when it is stopped', async () => {
    const { handlers } = desk('slow');
    const seen: unknown[] = [];
    expect(handlers.getExport(undefined)).toBeNull();
    const saving = handlers.exportList(ask);
    while (!seen.some((one) => one !== null && JSON.stringify(one) !== '{"rows":0,"total":0}')) {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(await handlers.getExport(undefined));
    }
    expect(seen.at(-1)).toEqual({ rows: 100, total: MANY + 1 });
    await handlers.stopExport(undefined);
    expect(await saving).toEqual({ came: 'stopped' });
    expect(handlers.getExport(undefined)).toBeNull();
  });

  test.each(['cancelled', 'full'] as const)('%s is said', async (how) => {
    expect(await desk(how).handlers.exportList(ask)).toEqual({ came: how === 'full' ? 'fault' : how });
  });
});

describe('finding anybody', () => {
  test.each([
    ['zoe', undefined, [['Zoe Anders', 'known']]],
    ['anna', undefined, [['Anna Kowalska', 'inside']]],
    ['crew7', 'inside', [['Crew7 =cmd()', 'scheduled']]],
    ['crew7', 'scheduled', []],
    ['anna', 'scheduled', []],
    ['zoe', 'scheduled', [['Zoe Anders', 'known']]],
    [
      'a',
      undefined,
      [
        ['Anna Kowalska', 'inside'],
        ['Zoe Anders', 'known'],
      ],
    ],
    ['', undefined, []],
  ] as const)('%j beside %s', async (query, beside, found) => {
    const { handlers, journal } = desk();
    journal.append([checkIn('anna')]);
    const { rows } = await handlers.findPeople({ query, ...(beside && { beside }) });
    expect(rows.filter(({ name }) => !/^Crew(?!7 )/.test(name)).map(({ name, where }) => [name, where])).toEqual(found);
  });

  test('shows the first few and says how many there are', async () => {
    const { rows, total } = await desk().handlers.findPeople({ query: 'crew' });
    expect([rows.length, total]).toEqual([8, MANY]);
  });

  test('companies and clients to choose from are by name', async () => {
    expect(await desk().handlers.getListChoices(undefined)).toEqual({
      contractors: [{ id: 'contractor-1', name: 'Steelfix' }],
      clients: [{ id: 'client-1', name: 'Harbour Works' }],
    });
  });
});
