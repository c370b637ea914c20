import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { keepPaperList } from '../../main/muster/paper-list.ts';
import { paperPage, paperTable, type PaperOf } from '../../main/muster/paper.ts';
import { handClock, newHome, START_MS } from './fixtures.ts';

const PLACE = {
  siteName: 'Riverside',
  gateName: 'North gate',
  timeZone: 'Europe/Warsaw',
  language: 'en',
  nowMs: START_MS,
};
const ROLL: PaperOf = {
  kind: 'drill',
  startedAtMs: START_MS,
  counts: { total: 2, accounted: 1, missing: 0, unmarked: 1 },
  rows: [
    {
      workerId: 'anna',
      name: 'Anna <b>Kowalska</b>',
      contractorName: '=cmd()',
      state: 'unmarked',
      listed: true,
      sinceMs: START_MS,
    },
    { name: 'Jan', state: 'safe', listed: false, markedAtMs: START_MS, markedBy: 'Moira Tennant' },
  ],
};

describe('G8: a roll call on paper', () => {
  test('says where, when, who and how it stands, with a box for whoever is to be found', () => {
    const page = paperPage(ROLL, PLACE);
    expect(page).toContain('Riverside, North gate · 2026-03-02 07:00');
    expect(page).toContain('People: <b>1/2</b>');
    expect(page.match(/<i><\/i>/g)).toHaveLength(1);
    expect(page).toContain('Moira Tennant');
  });

  test('takes no name for a part of the page, and no cell for a formula', () => {
    expect(paperPage(ROLL, PLACE)).toContain('Anna &lt;b&gt;Kowalska&lt;/b&gt;');
    expect(paperTable(ROLL, PLACE)).toContain("'=cmd()");
  });

  test('is in the language of the desk, from right to left where that is read so', () => {
    expect(paperPage(ROLL, { ...PLACE, language: 'ar' })).toContain('dir="rtl"');
    expect(paperPage(ROLL, { ...PLACE, language: 'pl' })).toContain('Do odnalezienia');
  });
});

describe('G8: who is inside, on paper every so often', () => {
  /** Timers by hand: each call lets half a minute pass. */
  function list(hasPrinter: boolean, everyMinutes: number | null, to: 'printer' | 'folder' = 'printer') {
    const home = newHome();
    const clock = handClock();
    const printed: string[] = [];
    let run = (): void => undefined;
    let isBroken = false;
    const troubles: string[] = [];
    const paperList = keepPaperList({
      home,
      paper: {
        async print(page) {
          if (isBroken) throw new Error('jammed');
          if (hasPrinter) printed.push(page);
          return hasPrinter;
        },
        pdf: async () => Buffer.from('%PDF-1.4'),
      },
      nowMs: clock.nowMs,
      setTimer(next) {
        run = next;
        return () => (run = () => undefined);
      },
      everyMinutes: () => everyMinutes,
      to: () => to,
      page: () => 'the list',
      onTrouble: (detail) => troubles.push(detail),
    });
    const wait = async (minutes: number): Promise<void> => {
      for (let half = 0; half < minutes * 2; half++) {
        clock.advance(30_000);
        run();
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const folder = path.join(home, 'muster');
    const files = (): string[] => (existsSync(folder) ? readdirSync(folder) : []);
    return { printed, files, wait, paperList, troubles, jam: () => (isBroken = true) };
  }

  test('is printed as often as the location wants', async () => {
    const { printed, files, wait, troubles } = list(true, 10);
    await wait(35);
    expect(printed).toHaveLength(3);
    expect([files(), troubles]).toEqual([[], []]);
  });

  test('is a file where no printer is, the newest three of them', async () => {
    const { files, wait } = list(false, 5);
    await wait(40);
    expect(files()).toHaveLength(3);
    expect(files().at(-1)).toBe(`inside-${START_MS + 40 * 60_000}.pdf`);
  });

  test('is not made where the location wants none', async () => {
    const { printed, files, wait } = list(true, null);
    await wait(60);
    expect([printed, files()]).toEqual([[], []]);
  });

  test('is a file where files are wanted, though a printer is there', async () => {
    const { printed, files, paperList } = list(true, null, 'folder');
    await paperList.now();
    expect([printed, files()]).toEqual([[], [`inside-${START_MS}.pdf`]]);
    expect(paperList.last()).toEqual({ atMs: START_MS, came: 'saved' });
  });

  test('comes at once when asked for, and then again as often as wanted', async () => {
    const { printed, wait, paperList } = list(true, 10);
    expect(paperList.last()).toBeUndefined();
    await wait(9);
    await paperList.now();
    await wait(9);
    expect(printed).toHaveLength(1);
    await wait(1);
    expect(printed).toHaveLength(2);
  });

  test('says that it could not be made, and tries again the next time', async () => {
    const { jam, wait, paperList, troubles } = list(true, 10);
    jam();
    await wait(20);
    expect([paperList.last(), troubles.length]).toEqual([{ atMs: START_MS + 20 * 60_000, came: 'fault' }, 2]);
  });
});
