/**
 * Who waits for whom. A write without a turn has the database to itself, as in a file. Writes with a turn go side by side, unless
 * they are about the same place or the same people; whoever takes several locks takes them in this one order.
 */
import type { Turn } from '../store.ts';

interface Lock {
  readonly space: number;
  readonly key: number;
  readonly shared?: boolean;
}
const [ALL, PLACE, PEOPLE] = [7301, 7302, 7303] as const;
/** People share this many locks: a day of a thousand people must not fill the server's table of locks. */
const PEOPLE_LOCKS = 32;

export const MIGRATE: readonly Lock[] = [{ space: ALL, key: 1 }];

export function locksOf(turn: Turn | undefined): readonly Lock[] {
  if (!turn) return [{ space: ALL, key: 0 }];
  const together: Lock = { space: ALL, key: 0, shared: true };
  if (turn.kind === 'own_rows') return [together];
  const people = new Set(turn.workerIds.map((id) => hashOf(id) % PEOPLE_LOCKS));
  return [
    together,
    { space: PLACE, key: hashOf(turn.locationId) },
    ...[...people].sort((a, b) => a - b).map((key) => ({ space: PEOPLE, key })),
  ];
}

/** Held until the transaction ends. Numbers alone go into the text. */
export const lockFor = (locks: readonly Lock[]): string =>
  locks
    .map(({ space, key, shared }) => `select pg_advisory_xact_lock${shared ? '_shared' : ''}(${space}, ${key});`)
    .join(' ');

/** FNV-1a, 31 bits: two names with the same number only wait for each other. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return hash & 0x7fffffff;
}
