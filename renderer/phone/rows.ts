import type { RollRowView, RollView } from '../../preload/muster-views.ts';
import type { PhoneMark } from './queue.ts';

/** Nobody is looked for any more where this is false. */
export const isOpen = ({ state }: RollRowView): boolean => state === 'unmarked' || state === 'missing';

export const personOf = ({ workerId, name }: RollRowView): PhoneMark['person'] =>
  workerId === undefined ? { name } : { workerId };

const isOf = (row: RollRowView, person: PhoneMark['person']): boolean =>
  'workerId' in person ? row.workerId === person.workerId : row.workerId === undefined && row.name === person.name;

/** What whoever is found here counts as: somebody on the list who was looked up by name is simply safe. */
export const foundMark = (roll: RollView, person: PhoneMark['person']): 'safe' | 'found_unlisted' =>
  roll.rows.some((row) => row.listed && row.workerId !== undefined && isOf(row, person)) ? 'safe' : 'found_unlisted';

/** The list with what this phone said and the gate does not have yet, those to find first. `names`: of people found, by worker id. */
export function shownRows(
  roll: RollView | undefined,
  waiting: readonly PhoneMark[],
  names: ReadonlyMap<string, string>,
): RollRowView[] {
  let rows: RollRowView[] = [...(roll?.rows ?? [])];
  for (const { person, mark: state } of waiting) {
    if (rows.some((row) => isOf(row, person))) rows = rows.map((row) => (isOf(row, person) ? { ...row, state } : row));
    else if ('name' in person) rows = [...rows, { name: person.name, state, listed: false }];
    else rows = [...rows, { ...person, name: names.get(person.workerId) ?? '', state, listed: false }];
  }
  // A stranger who was written down by mistake was never here.
  rows = rows.filter(({ workerId, state }) => workerId !== undefined || state !== 'unmarked');
  // Phones are older than gates: no toSorted() here.
  return [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))];
}
