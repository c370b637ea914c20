/**
 * `npm run bench:desk`: searching and scrolling the desk's Scheduled list over a gate's real files of 100,000 people and
 * 1,000,000 acts, against a bare virtual list with the same rows in the same browser. The page is the built one; its lists are
 * answered by main's own code in this process. Before that, how long every kind of list call holds the process up (`--lists-only`:
 * only that; `--page-only`: all but that). `--people`, `--events` make it smaller.
 */
import { parseArgs } from 'node:util';
import { createCache } from '../../../main/cache/cache.ts';
import { createClock } from '../../../main/clock.ts';
import { closeJournalFile } from '../../../main/journal/open.ts';
import { createSitePresence } from '../../../main/presence/site-presence.ts';
import { createLists, type Lists } from '../../../main/view/lists.ts';
import { holding } from './holding.ts';
import { measureListCalls } from './list-calls.ts';
import { openDeskSite } from '../desk/desk-page.ts';
import { STATES } from '../fixtures-desk.ts';
import { BARE_LIST } from './bare-list.ts';
import { measure, type DeskFigures } from './desk-run.ts';
import { figuresOf, ms, table, times } from '../../../scripts/bench/figures.ts';
import { journalOf, openPrepared, prepare } from '../../../scripts/bench/prepared.ts';
import { PLACE } from '../../../scripts/bench/site.ts';
import { runScript, speaker } from '../../../scripts/console.ts';

const say = speaker('bench');
/** LOOK: a key is answered before the next; main is the gate, and waits for no list. */
const TARGET = { busyMs: 50, pushMs: 10 };
const QUERIES = ['name4711', 'surname99', 'wo-77', 'card 00000051'];

await runScript(async () => {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '100000' },
      events: { type: 'string', default: '1000000' },
      'lists-only': { type: 'boolean', default: false },
      'page-only': { type: 'boolean', default: false },
    },
  });
  const { home } = prepare({ people: Number(values.people), events: Number(values.events) }, say);
  const db = openPrepared(home);
  const clock = createClock();
  const cache = createCache(db);
  const journal = journalOf(db, clock);
  const presence = createSitePresence({ db, cache, journal, clock, identity: PLACE });
  const { projections } = journal;
  const { locationId } = PLACE;
  const lists = createLists({ db, cache, projections, presence, locationId, isDelivered: () => true });
  await brought(lists, clock.nowMs);
  if (!values['page-only']) await measureListCalls((request) => lists.answer(request, clock.nowMs()));
  if (values['lists-only']) return closeJournalFile(db);
  const site = await openDeskSite();
  try {
    const mainMs: number[] = [];
    let answeredAt = 0;
    const timed = async <T>(answer: () => Promise<T>): Promise<T> => {
      let value: T | undefined;
      mainMs.push((await holding(async () => (value = await answer()))).heldMs);
      answeredAt = performance.now();
      return value as T;
    };
    const answers = {
      getList: (request: Parameters<Lists['page']>[0]) =>
        request.list === 'scheduled'
          ? timed(() => lists.answer(request, clock.nowMs()))
          : lists.answer(request, clock.nowMs()),
      findPeople: ({ query, beside }: { query: string; beside?: 'scheduled' }) =>
        lists.find(query, beside, clock.nowMs()),
      getListChoices: lists.choices,
    };
    const counts = lists.counts(clock.nowMs());
    say(`${counts.scheduled} lines in Scheduled`);
    const desk = await site.open({ ...STATES.busy, status: { ...STATES.busy.status, nowMs: clock.nowMs(), counts } });
    Object.assign(desk.bridge.calls, answers);
    await desk.page.getByRole('button', { name: /^Scheduled/ }).click();
    await desk.page.getByRole('grid').getByText('Name').first().waitFor();
    say('searching and scrolling the desk');
    const ofDesk = await measure(desk.page, QUERIES, () => answeredAt);
    const ofMain = figuresOf(mainMs);

    const bare = await desk.page.context().newPage();
    await bare.exposeFunction('ask', (_name: string, request: Parameters<Lists['page']>[0]) =>
      answers.getList(request),
    );
    await bare.setContent(BARE_LIST);
    await bare.getByText('Name').first().waitFor();
    say('searching and scrolling the bare list');
    const ofBare = await measure(bare, QUERIES, () => answeredAt);

    const push = figuresOf(Array.from({ length: 200 }, () => timeOf(() => lists.counts(clock.nowMs()))));
    report(ofDesk, ofBare);
    console.log(
      `\nmain, held up by a page of the list: median ${ms(ofMain.medianMs)} ms, 99th percentile ${ms(ofMain.p99Ms)} ms`,
    );
    console.log(`main, the counts of a push: median ${ms(push.medianMs)} ms, 99th percentile ${ms(push.p99Ms)} ms`);
    const met = ofDesk.busy.medianMs <= TARGET.busyMs && push.p99Ms <= TARGET.pushMs;
    console.log(met ? '\nwithin the targets' : `\nNOT within the targets: ${JSON.stringify(TARGET)}`);
  } finally {
    await site.close();
    closeJournalFile(db);
  }
});

/** Until the lists have taken in all that was there before. */
async function brought(lists: Lists, nowMs: () => number): Promise<void> {
  for await (const page of lists.everything({ list: 'working', query: 'nobody is called that' }, nowMs())) void page;
}

function timeOf(run: () => unknown): number {
  const startedAt = performance.now();
  run();
  return performance.now() - startedAt;
}

function report(desk: DeskFigures, bare: DeskFigures): void {
  const row = (name: string, of: (figures: DeskFigures) => number, show = ms): string[] => [
    name,
    show(of(desk)),
    show(of(bare)),
    of(bare) === 0 ? '–' : times(of(desk) / of(bare)),
  ];
  const share = (value: number): string => `${(value * 100).toFixed(1)} %`;
  console.log('');
  table(
    ['milliseconds', 'desk', 'bare list', 'ratio'],
    [
      row('a key: main thread, median', ({ busy }) => busy.medianMs),
      row('a key: main thread, 99th percentile', ({ busy }) => busy.p99Ms),
      row('a key: answered and painted, median', ({ answered }) => answered.medianMs),
      row('scrolling: frame, median', ({ frame }) => frame.medianMs),
      row('scrolling: frame, 99th percentile', ({ frame }) => frame.p99Ms),
      row('scrolling: frames that came late', ({ late }) => late, share),
    ],
  );
}
