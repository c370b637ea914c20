import { runningElsewhere, type RollElsewhere, type ToldRoll } from '../../core/muster/elsewhere.ts';
import { isRollCall } from '../../core/event/told-acts.ts';
import { ROLL_CALL } from '../cache/look-up.ts';
import type { Ground } from '../ground.ts';

export interface ElsewhereParts extends Pick<Ground, 'db' | 'cache' | 'presence' | 'clock'> {
  readonly identity: Pick<Ground['identity'], 'gateId' | 'locationId'>;
}
export type Elsewhere = () => readonly RollElsewhere[];

interface HeardRow {
  readonly gateId: string;
  readonly type: string;
  readonly kind: string | null;
  readonly atMs: number;
}

/** G8: roll calls at the place's other gates, as those gates or central told. Asked with every badge: read anew when more was told. */
export function createElsewhere({ db, cache, presence, clock, identity }: ElsewhereParts): Elsewhere {
  const heard = db.prepare<[], HeardRow>(
    `select gate_id as gateId, type, mode as kind, at_ms as atMs from heard_act where type in ('muster.started', 'muster.ended')`,
  );
  const told = (): ToldRoll[] => [
    ...heard
      .all()
      .flatMap(({ type, kind, ...row }) => (isRollCall(type) ? [{ ...row, type, kind: kind ?? undefined }] : [])),
    ...cache
      .byRef('activity', ROLL_CALL)
      .flatMap(({ type, gateId, mode: kind, occurredAt, locationId }) =>
        isRollCall(type) && locationId === identity.locationId
          ? [{ gateId, type, kind, atMs: Date.parse(occurredAt) }]
          : [],
      ),
  ];
  let kept: { readonly at: string; readonly told: readonly ToldRoll[] } | undefined;
  return () => {
    const at = `${cache.revision()} ${presence.heardRevision()}`;
    if (kept?.at !== at) kept = { at, told: told() };
    if (kept.told.length === 0) return [];
    const offsetMs = clock.offsetMs() ?? 0;
    return runningElsewhere(
      kept.told.filter(({ gateId }) => gateId !== identity.gateId),
      clock.nowMs() + offsetMs,
    ).map((roll) => ({ ...roll, startedAtMs: roll.startedAtMs - offsetMs }));
  };
}
