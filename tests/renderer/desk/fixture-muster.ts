/** A roll call at the made-up gate, run by whatever the window asks. */
import type { Ask, CallName } from '../../../preload/contract.ts';
import type { musterCalls, MusterStatus, PastRoll, RollRowView, RollView } from '../../../preload/muster-views.ts';
import { PHOTO } from './fixture-person.ts';

type MusterCall = keyof typeof musterCalls & CallName<'desk'>;
export type MusterAnswers = { readonly [N in MusterCall]: (ask: Ask<'desk', N>) => unknown };

const MIN = 60_000;
const PEOPLE = [
  ['w-0', 'Amina Diallo', 'Brightline Electrical'],
  ['w-18', 'Piotr Nowak', 'Kestrel Lifts'],
  ['w-7', 'Samuel Okafor', 'Ridge Scaffolding'],
  ['w-9', 'Zofia Wiśniewska', 'Ridge Scaffolding'],
  ['w-4', 'Omar Haddad', 'Kestrel Lifts'],
] as const;

const startRows = (nowMs: number): RollRowView[] =>
  PEOPLE.map(([workerId, name, contractorName], at) => ({
    workerId,
    name,
    contractorName,
    ...(at === 0 ? { photo: PHOTO } : {}),
    state: 'unmarked',
    listed: true,
    sinceMs: nowMs - (40 + at * 13) * MIN,
  }));

const pastDrill = (nowMs: number): PastRoll => ({
  musterId: 'muster-0',
  kind: 'drill',
  startedAtMs: nowMs - 30 * 24 * 60 * MIN,
  tookMs: 7 * MIN,
  counts: { total: 31, accounted: 30, missing: 0, unmarked: 1 },
  endedBy: 'Moira Tennant',
});

const countsOf = (rows: readonly RollRowView[]): RollView['counts'] => {
  const of = (state: RollRowView['state']): number => rows.filter((row) => row.state === state).length;
  const [missing, unmarked] = [of('missing'), of('unmarked')];
  return { total: rows.length, accounted: rows.length - missing - unmarked, missing, unmarked };
};

export function musterAnswers(nowMs: number, changed: (muster: MusterStatus | undefined) => void): MusterAnswers {
  let roll: RollView | undefined;
  let past = [pastDrill(nowMs)];
  const become = (next: RollView | undefined): void => {
    roll = next;
    changed(next && { musterId: next.musterId, kind: next.kind, startedAtMs: next.startedAtMs, counts: next.counts });
  };
  const withRows = (of: RollView, rows: readonly RollRowView[]): RollView => ({
    ...of,
    rows: rows.toSorted((a, b) => a.name.localeCompare(b.name)),
    counts: countsOf(rows),
  });
  return {
    getMuster({ musterId }) {
      const one = musterId === undefined ? roll : past.find((each) => each.musterId === musterId);
      const old = one && !('rows' in one) ? { ...one, endedAtMs: one.startedAtMs + one.tookMs, rows: [] } : one;
      return { roll: old ?? null, past, insideCount: PEOPLE.length };
    },
    startMuster({ kind }) {
      const rows = startRows(nowMs);
      const head = { musterId: 'muster-1', kind, startedAtMs: nowMs, startedBy: 'Moira Tennant' } as const;
      become(withRows({ ...head, rows, counts: countsOf(rows) }, rows));
      return { fault: null };
    },
    markMuster({ person, mark }) {
      if (!roll) return { fault: 'over' };
      const said = { state: mark, markedAtMs: nowMs, markedBy: 'Moira Tennant' };
      const isThey = (row: RollRowView): boolean =>
        'workerId' in person ? row.workerId === person.workerId : row.name === person.name;
      const rows = roll.rows.map((row) => (isThey(row) ? { ...row, ...said } : row));
      const name = 'name' in person ? person.name : 'Vera Lindt';
      become(withRows(roll, rows.some(isThey) ? rows : [...rows, { ...person, name, listed: false, ...said }]));
      return { fault: null };
    },
    openPhones: () => ({ url: 'http://192.168.10.4:49152/kQ3nX0aZ9wLr1bTg7uYpVA/' }),
    paperMuster: ({ how }) => ({ came: how === 'print' ? 'printed' : 'saved' }),
    endMuster() {
      if (roll) {
        const { musterId, kind, startedAtMs, counts } = roll;
        past = [{ musterId, kind, startedAtMs, counts, tookMs: 4 * MIN, endedBy: 'Moira Tennant' }, ...past];
      }
      become(undefined);
      return { fault: null };
    },
  };
}
