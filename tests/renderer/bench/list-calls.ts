import type { ListAsk, ListName } from '../../../preload/list-views.ts';
import { figuresOf, ms, table } from '../../../scripts/bench/figures.ts';
import { holding, type Held } from './holding.ts';

/** A call of each kind, as the desk makes it: orders, choices, searches from very rare to everybody, far down the list. */
const ASKS: readonly (Partial<ListAsk> & { readonly list: ListName; readonly offset?: number })[] = [
  { list: 'scheduled' },
  { list: 'scheduled', offset: 150_000 },
  ...['time', 'name', 'company', 'order'].map((column) => ({
    list: 'scheduled' as const,
    sort: { column, down: true },
    offset: 50_000,
  })),
  ...['expected', 'late', 'inside', 'left'].flatMap((state) => [
    { list: 'scheduled' as const, filters: { state } },
    { list: 'scheduled' as const, filters: { state }, sort: { column: 'name', down: true } },
  ]),
  { list: 'scheduled', filters: { clientId: 'bench-client' } },
  { list: 'scheduled', filters: { contractorId: 'firm-0' } },
  { list: 'scheduled', filters: { contractorId: 'firm-7', state: 'late' } },
  ...['n', 'name', 'surname99', 'name4711', 'wo', 'wo-77', 'card', 'zzz'].flatMap((query) => [
    { list: 'scheduled' as const, query },
    { list: 'working' as const, query },
  ]),
  { list: 'working' },
  { list: 'working', offset: 80_000 },
  ...['time', 'name', 'company'].map((column) => ({ list: 'working' as const, sort: { column, down: true } })),
  ...['scheduled', 'late', 'no_show', 'in', 'on_break', 'out'].map((state) => ({
    list: 'working' as const,
    filters: { state },
  })),
  { list: 'working', filters: { state: 'late' }, sort: { column: 'time', down: false } },
  { list: 'granted' },
  { list: 'granted', query: 'name', filters: { state: 'inside' } },
  { list: 'inside' },
  { list: 'inside', sort: { column: 'name', down: false }, query: 'name' },
  { list: 'refused' },
  { list: 'refused', query: 'name' },
  { list: 'feed' },
  { list: 'feed', query: 'name' },
];

/** Every kind of call a few times: how long each held the gate up at most, and how long until it was answered. */
export async function measureListCalls(
  answer: (request: ListAsk & { offset: number; limit: number }) => unknown,
  rounds = 4,
): Promise<void> {
  const rows: { readonly name: string; readonly all: Held[] }[] = ASKS.map((ask) => ({
    name: nameOf(ask),
    all: [],
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, ask] of ASKS.entries())
      rows[at]?.all.push(await holding(() => answer({ query: '', offset: 0, ...ask, limit: 100 })));
  }
  console.log('');
  table(
    ['milliseconds', 'held, median', 'held, worst', 'by the wall, worst', 'answered, median'],
    rows.map(({ name, all }) => {
      const [held, answered] = [figuresOf(all.map(({ heldMs }) => heldMs)), figuresOf(all.map((one) => one.tookMs))];
      const worst = (of: (one: Held) => number): string => ms(Math.max(...all.map(of)));
      return [name, ms(held.medianMs), worst((one) => one.heldMs), worst((one) => one.wallMs), ms(answered.medianMs)];
    }),
  );
  const held = figuresOf(rows.flatMap(({ all }) => all.map(({ heldMs }) => heldMs)));
  console.log(`\nmain held up by any list call: median ${ms(held.medianMs)} ms, 99th percentile ${ms(held.p99Ms)} ms`);
}

const nameOf = ({ list, query, offset, sort, filters }: (typeof ASKS)[number]): string =>
  [
    list,
    query && `"${query}"`,
    sort && `by ${sort.column}${sort.down ? ' down' : ''}`,
    ...Object.values(filters ?? {}),
    offset && `from ${offset}`,
  ]
    .filter(Boolean)
    .join(' ');
