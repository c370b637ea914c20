import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText } from '../../core/credential/read-text.ts';
import { decide } from '../../core/decide/decide.ts';
import { createCache } from '../../main/cache/cache.ts';
import { createGather } from '../../main/cache/dossier.ts';
import { migrate, MIGRATIONS } from '../../main/journal/migrations.ts';
import { openSqlite } from '../../main/sqlite.ts';
import { withPasses } from '../../main/passes/pass-cache.ts';
import { passRows } from '../../main/passes/pass-rows.ts';
import { createPasses } from '../../main/passes/passes.ts';
import { personName } from '../../main/view/feed.ts';
import { policySchema } from '../../core/site/entities.ts';
import { newHome, openTestStore, START_MS } from './fixtures.ts';
import { put, SITE } from './site.ts';

const HOUR_MS = 3_600_000;
const VERA = {
  person: { firstName: 'Vera', lastName: 'Lindt' },
  values: [
    { id: 'host', value: 'Ann Berg' },
    { id: 'plate', value: 'LS 21 KHD' },
  ],
};

/** A gate that central told of its site, and of nothing since. */
function desk() {
  const { db, journal, clock } = openTestStore(newHome());
  const told = createCache(db);
  told.apply(SITE, 'c1', true, START_MS);
  const cache = withPasses(told, passRows(db));
  const policy = () => policySchema.parse({ id: 'policy-1', locationId: 'location-1' });
  let made = 0;
  const passes = createPasses({
    db,
    cache,
    clock,
    append: journal.append,
    newId: () => `id-${(made += 1)}`,
    actor: () => ({ kind: 'user', userId: 'moira' }),
    policy,
    locationId: 'location-1',
    isInside: () => false,
    randomBytes: (count) => new Uint8Array(count).fill((made += 1)),
  });
  const presence = { of: () => undefined, insideCount: () => 0, gatesHeardAgoMs: () => undefined };
  const gather = createGather({ cache, projections: journal.projections, presence, locationId: 'location-1' });
  const show = (text: string): string => {
    const read = readText(text, { keys: [], verify: () => false, nowMs: clock.nowMs() });
    if (!read.ok || read.value.kind !== 'credential') throw new Error('the pass is no badge');
    const credential = { ok: true, value: read.value.credential } as const;
    const dossier = gather({ credential, laneDirection: 'in', nowMs: clock.nowMs() });
    if (!dossier) throw new Error('the place is not known');
    return decide(dossier).code;
  };
  const issue = (ask: Parameters<typeof passes.issue>[0] = VERA) => {
    const answer = passes.issue(ask);
    if (!('pass' in answer)) throw new Error(answer.fault);
    return answer.pass;
  };
  return { cache, told, journal, clock, passes, issue, show };
}

describe('issue 4, a temporary pass', () => {
  test('is good at this gate at once, without a network, under the name on it', () => {
    const { cache, issue, show } = desk();
    const pass = issue();
    expect(pass).toMatchObject({
      name: 'Vera Lindt',
      state: 'good',
      validUntilMs: START_MS + 12 * HOUR_MS,
      fields: [
        { label: 'Visiting', value: 'Ann Berg' },
        { label: 'Vehicle plate', value: 'LS 21 KHD' },
      ],
    });
    expect(show(pass.text)).toBe('welcome');
    expect(personName(cache, pass.workerId)).toEqual({ name: 'Vera Lindt' });
  });

  test('ends with its hours', () => {
    const { clock, issue, passes, show } = desk();
    const pass = issue();
    clock.advance(12 * HOUR_MS);
    expect([show(pass.text), passes.list()[0]?.state]).toEqual(['badge_ended', 'over']);
  });

  test.each(['returned', 'withdrawn'] as const)(
    '%s, it lets nobody in any more, and that is written down once',
    (why) => {
      const { issue, journal, passes, show } = desk();
      const pass = issue();
      expect([passes.end(pass.passId, why), passes.end(pass.passId, why)]).toEqual([null, null]);
      expect([show(pass.text), passes.list()[0]?.state]).toEqual(['badge_revoked', 'ended']);
      expect([...journal.all()].map(({ type }) => type)).toEqual(['pass.issued', 'pass.ended']);
    },
  );

  test('of another gate of the place can be ended here, before central has heard of it', () => {
    const { told, passes, show } = desk();
    const code = 'B'.repeat(26);
    const badge = { kind: 'opaque', workerId: 'vera', code, pass: { locationId: 'location-1' } };
    const vera = { firstName: 'Vera', lastName: 'Lindt', visitor: true };
    told.apply([put('badge', 'pass-9', badge), put('worker', 'vera', vera)], 'c2', true, START_MS);
    expect(show(`GH2:${code}`)).toBe('welcome');
    passes.end('pass-9', 'withdrawn');
    expect(show(`GH2:${code}`)).toBe('badge_revoked');
  });

  test('of another gate of the place stands on the list, one of another place does not', () => {
    const { told, issue, passes } = desk();
    const own = issue();
    const times = {
      validFrom: new Date(START_MS + 1000).toISOString(),
      validUntil: new Date(START_MS + HOUR_MS).toISOString(),
    };
    const badge = { kind: 'opaque', workerId: 'vera', code: 'B'.repeat(26), ...times };
    const changes = [
      put('badge', 'pass-9', { ...badge, pass: { locationId: 'location-1' } }),
      put('badge', 'pass-8', { ...badge, pass: { locationId: 'location-2' } }),
      put('badge', own.passId, {
        ...badge,
        validFrom: new Date(START_MS).toISOString(),
        workerId: own.workerId,
        pass: { locationId: 'location-1' },
      }),
      put('worker', 'vera', { firstName: 'Vera', lastName: 'Lindt', visitor: true }),
    ];
    told.apply(changes, 'c2', true, START_MS);
    const listed = () => passes.list().map(({ passId, state, isFromElsewhere }) => [passId, state, isFromElsewhere]);
    expect(listed()).toEqual([
      ['pass-9', 'good', true],
      [own.passId, 'good', undefined],
    ]);
    passes.end('pass-9', 'returned');
    expect(listed()).toContainEqual(['pass-9', 'ended', true]);
  });

  test('for a worker who is known stands in for the work that there is none of here, and bears their name', () => {
    const { issue, show, told, clock } = desk();
    told.apply([{ entity: 'assignment', id: 'assignment-1', rev: 9, op: 'delete' }], 'c2', true, START_MS);
    expect(show('CARD-1')).toBe('not_assigned');
    const pass = issue({ person: { workerId: 'anna' }, values: VERA.values });
    expect([pass.name, show(pass.text)]).toEqual(['Anna Kowalska', 'welcome']);
    clock.advance(13 * HOUR_MS);
    expect(show(pass.text)).toBe('badge_ended');
  });

  test('asks for what the location wants', () => {
    const { passes, journal } = desk();
    expect(passes.issue({ ...VERA, values: [] })).toEqual({ fault: 'incomplete' });
    expect(passes.issue({ person: { workerId: 'nobody' }, values: VERA.values })).toEqual({ fault: 'incomplete' });
    expect(journal.lastSeq()).toBe(0);
  });

  test('is printed once without asking, and on record before the printer is asked', () => {
    const { issue, journal, passes } = desk();
    const { passId } = issue();
    const printed: string[] = [];
    const print = (again: boolean) =>
      passes.print({ passId, size: 'label', again }, () => printed.push(String([...journal.all()].at(-1)?.type)));
    expect([print(false), print(false), print(true)]).toEqual([null, 'printed_before', null]);
    expect(printed).toEqual(['pass.printed', 'pass.printed']);
  });

  test('no two have the same code', () => {
    const { issue } = desk();
    expect(issue().text).not.toBe(issue().text);
  });
});

test('the migration to 200 keeps every act, and a person’s passes are found among thousands of theirs', () => {
  const db = openSqlite(path.join(newHome(), 'journal.db'));
  migrate(db, MIGRATIONS, 190);
  db.exec(`insert into event values (1, 'pass.issued', 5, 'vera', '{"type":"pass.issued"}', 'h')`);
  migrate(db, MIGRATIONS, 200);
  const found = db.prepare<[string], number>(
    `select seq from event indexed by event_pass_person where worker_id = ? and type = 'pass.issued'`,
  );
  expect(found.pluck().all('vera')).toEqual([1]);
});
