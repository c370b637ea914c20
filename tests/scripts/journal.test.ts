import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fact } from '../../core/event/event.ts';
import { JOURNAL_VERSION } from '../../main/journal/migrations.ts';
import { closeJournalFile } from '../../main/journal/open.ts';
import { openSqlite } from '../../main/sqlite.ts';
import { ROOT } from '../../scripts/paths.ts';
import { checkIn, checkOut, grant, newHome, openTestStore, refusal } from '../main/fixtures.ts';
import { trimTo } from '../main/keeping/history.ts';
import { parseCsv } from './journal-csv.ts';

const homes: string[] = [];
const home = (): string => {
  const folder = newHome();
  homes.push(folder);
  return folder;
};
afterAll(() => homes.forEach((folder) => rmSync(folder, { recursive: true })));

/** The command as anybody runs it. */
async function journal(...args: readonly string[]) {
  const child = spawn(process.execPath, ['scripts/journal.ts', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { out, err, exitCode: exitCode as number, lines: out.split('\n').filter(Boolean) };
}

const FORMULA: Fact = { type: 'device.stopped', actor: { kind: 'system' }, data: { reason: '=HYPERLINK("http://x")' } };
const ODD_REASON = 'a "quoted", comma\r\nand a second line';

/** Six events of one day, an hour apart; central answered for the first four and flagged the third. */
function sampleHome(): string {
  const folder = home();
  const { db, journal: kept, clock } = openTestStore(folder);
  const facts: readonly Fact[] = [
    grant('anna', 'badge-a'),
    checkIn('anna'),
    refusal('too_early'),
    checkIn('ben'),
    checkOut('anna'),
    { ...FORMULA, data: { reason: ODD_REASON } } as Fact,
  ];
  for (const fact of facts) {
    kept.append([fact]);
    clock.advance(3_600_000);
  }
  db.prepare(`insert into meta values ('settled_to', '4')`).run();
  db.prepare(`insert into delivery values (3, 'flagged', 'seen_elsewhere', null, 5)`).run();
  closeJournalFile(db);
  return folder;
}

const harm = (folder: string, sql: string): void => {
  const db = openSqlite(path.join(folder, 'journal.db'));
  db.exec(`drop trigger event_is_not_edited; drop trigger event_is_not_deleted; ${sql}`);
  db.close();
};

let sample: string;
beforeAll(() => {
  sample = sampleHome();
});

describe('print', () => {
  test('tells number, time, type, code, who and what central answered', async () => {
    const { lines, exitCode } = await journal('print', '--home', sample);
    expect(exitCode).toBe(0);
    expect(lines.map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['1', '2026-03-02T06:00:00.000Z', 'access.granted', 'worker anna, badge badge-a', 'accepted'],
      ['2', '2026-03-02T07:00:00.000Z', 'presence.checked_in', 'welcome', 'worker anna', 'accepted'],
      [
        '3',
        '2026-03-02T08:00:00.000Z',
        'access.refused',
        'too_early',
        'code read aaaaaaaaaaaa',
        'flagged: seen_elsewhere',
      ],
      ['4', '2026-03-02T09:00:00.000Z', 'presence.checked_in', 'welcome', 'worker ben', 'accepted'],
      ['5', '2026-03-02T10:00:00.000Z', 'presence.checked_out', 'goodbye', 'worker anna', 'waiting'],
      ['6', '2026-03-02T11:00:00.000Z', 'device.stopped', 'waiting'],
    ]);
  });

  test.each<[string, string[], number[]]>([
    ['--since', ['--since', '2026-03-02T09:00Z'], [4, 5, 6]],
    ['--since in another zone', ['--since', '2026-03-02T11:00+01:00'], [5, 6]],
    ['--type', ['--type', 'presence.checked_in'], [2, 4]],
    ['--worker', ['--worker', 'anna'], [1, 2, 5]],
    ['--last', ['--last', '2'], [5, 6]],
    ['all of them together', ['--worker', 'anna', '--since', '2026-03-02T07:00Z', '--last', '1'], [5]],
    ['what fits nothing', ['--worker', 'nobody', '--last', '3'], []],
  ])('%s picks events', async (_what, filter, seqs) => {
    const { lines, exitCode } = await journal('print', '--file', path.join(sample, 'journal.db'), ...filter);
    expect(lines.map((line) => Number.parseInt(line, 10))).toEqual(seqs);
    expect(exitCode).toBe(0);
  });

  test('goes on while the gate has the journal open', async () => {
    const folder = home();
    const { db, journal: kept } = openTestStore(folder);
    kept.append([checkIn('anna')]);
    const { lines } = await journal('print', '--home', folder);
    expect(lines).toHaveLength(1);
    db.close();
  });
});

describe('verify', () => {
  test('says from which event on it verifies when older ones have left, and rebuild begins there', async () => {
    const folder = sampleHome();
    const store = openTestStore(folder);
    trimTo(store, 3);
    closeJournalFile(store.db);
    const { out, lines, exitCode } = await journal('verify', '--home', folder);
    expect(out).toMatch(/It verifies from event 4 on: 3 events up to 3 \(hash [0-9a-f]{64}\) have left by 2026-03-02T/);
    expect([exitCode, lines.at(-1)]).toEqual([0, expect.stringContaining('All is well')]);
    expect((await journal('rebuild', '--home', folder)).lines).toEqual([
      'Made anew from 3 events; the lists were right before.',
    ]);
  });

  test('says how many events there are, where the chain ends, and that all is well', async () => {
    const { lines, exitCode } = await journal('verify', '--home', sample);
    const [last] = await journal('export', '--format', 'json', '--last', '1', '--home', sample).then(
      ({ lines }) => lines,
    );
    expect(lines[0]).toBe(
      `6 events, the newest is number 6, its hash ${(JSON.parse(last ?? '{}') as { hash: string }).hash}`,
    );
    expect(lines.at(-1)).toContain('All is well');
    expect(exitCode).toBe(0);
  });

  test.each([
    ['an edited event', `update event set body = replace(body, 'ben', 'dan') where seq = 4`, 'event 4 was changed'],
    ['a missing event', `delete from event where seq = 3`, 'event 4 comes after a gap'],
    ['a text that is none', `update event set body = '{' where seq = 2`, 'event 2 is not an event that can be read'],
    ['a list that does not fit', `update presence set inside = 1 where worker_id = 'anna'`, 'presence'],
  ])('finds %s, in plain words, with exit code 1', async (_what, sql, words) => {
    const folder = sampleHome();
    harm(folder, sql);
    const { out, exitCode } = await journal('verify', '--home', folder);
    expect(out).toContain(words);
    expect(out).toContain('Something is wrong');
    expect(exitCode).toBe(1);
  });
});

describe('rebuild', () => {
  test('mends lists that do not fit the events, and touches no event', async () => {
    const folder = sampleHome();
    const before = await journal('export', '--home', folder);
    harm(folder, `update presence set inside = 1 where worker_id = 'anna'; delete from access_grant`);
    const { out, exitCode } = await journal('rebuild', '--home', folder);
    expect(out).toContain('Made anew from 6 events; 3 lines of the lists had not fitted them.');
    expect(exitCode).toBe(0);
    expect((await journal('verify', '--home', folder)).exitCode).toBe(0);
    expect((await journal('export', '--home', folder)).out).toBe(before.out);
  });

  test('leaves everything alone while the gate runs, and says what to do', async () => {
    const folder = home();
    const { db, journal: kept } = openTestStore(folder);
    kept.append([checkIn('anna')]);
    const { err, exitCode } = await journal('rebuild', '--home', folder);
    expect(err).toMatch(/The gate is running.*Stop Gatehouse, then run this again/s);
    expect(exitCode).toBe(1);
    expect(kept.append([checkOut('anna')]).ok).toBe(true);
    db.close();
  });
});

describe('export', () => {
  test('writes a table that reads back as the events', async () => {
    const out = path.join(home(), 'journal.csv');
    const { exitCode } = await journal('export', '--home', sample, '--out', out);
    expect(exitCode).toBe(0);
    const [header = [], ...rows] = parseCsv(readFileSync(out, 'utf8'));
    const records = rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
    const db = openSqlite(path.join(sample, 'journal.db'), { readonly: true });
    const kept = db.prepare('select seq, hash, body from event').all() as { seq: number; hash: string; body: string }[];
    db.close();
    expect(records.map(({ seq, hash, data }) => [Number(seq), hash, JSON.parse(data ?? '')])).toEqual(
      kept.map(({ seq, hash, body }) => [seq, hash, (JSON.parse(body) as { data: unknown }).data]),
    );
    expect(records.map(({ central, centralCode }) => [central, centralCode])).toContainEqual([
      'flagged',
      'seen_elsewhere',
    ]);
  });

  test('lets no cell become a formula', async () => {
    const folder = home();
    const { db, journal: kept } = openTestStore(folder);
    kept.append([checkIn('=1+1'), checkIn('+SUM(A1)'), checkIn('@x'), checkIn('-2'), FORMULA]);
    closeJournalFile(db);
    const { out } = await journal('export', '--home', folder);
    const workers = parseCsv(out)
      .slice(1)
      .map((row) => row[5]);
    expect(workers).toEqual([`'=1+1`, `'+SUM(A1)`, `'@x`, `'-2`, '']);
  });

  test('writes lines of JSON that hold the events as recorded', async () => {
    const { lines } = await journal('export', '--format', 'json', '--type', 'access.refused', '--home', sample);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      {
        seq: 3,
        type: 'access.refused',
        data: { code: 'too_early' },
        central: { status: 'flagged', code: 'seen_elsewhere' },
      },
    ]);
  });
});

describe('what can not be done is said in words that lead on', () => {
  test.each<[string, string[], RegExp]>([
    ['a folder without a journal', ['print', '--home', '/nowhere'], /no journal\.db in .*nowhere.*--home/],
    ['a file that is not there', ['verify', '--file', '/nowhere/journal.db'], /no file .*--file/],
    ['a verb that does not exist', ['delete'], /There is no "delete"[^]*rebuild/],
    ['an option of another verb', ['verify', '--last', '3'], /"verify" has no --last/],
    ['a time that is none', ['print', '--since', 'yesterday'], /"yesterday" is no time.*2026-03-02/],
    ['a number that is none', ['print', '--last', '-1'], /--last/],
    ['a format that does not exist', ['export', '--format', 'xml'], /no format "xml".*csv or json/],
  ])('%s', async (_what, args, words) => {
    const { err, exitCode } = await journal(...args);
    expect(err).toMatch(words);
    expect(err).not.toContain('    at ');
    expect(exitCode).toBe(1);
  });

  test('a journal of a newer Gatehouse', async () => {
    const folder = sampleHome();
    harm(folder, `pragma user_version = ${JOURNAL_VERSION + 10}`);
    const { err, exitCode } = await journal('verify', '--home', folder);
    expect(err).toMatch(/newer Gatehouse.*Use the journal tool of that version/);
    expect(exitCode).toBe(1);
  });

  test('a file that is something else', async () => {
    const file = path.join(home(), 'journal.db');
    writeFileSync(file, 'x'.repeat(5000));
    expect((await journal('print', '--file', file)).err).toContain('is not a journal of Gatehouse');
  });

  test('a place where nothing can be written', async () => {
    const out = path.join(sample, 'no-such-folder', 'journal.csv');
    expect((await journal('export', '--home', sample, '--out', out)).err).toContain('Choose another place with --out');
    expect(existsSync(out)).toBe(false);
  });
});

test.each(['print', 'verify', 'rebuild', 'export'])('help tells about %s', async (verb) => {
  expect((await journal('help', verb)).out).toContain(`npm run journal -- ${verb}`);
});
