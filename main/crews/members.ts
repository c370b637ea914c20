import type { Grant } from '../../core/event/grants.ts';
import type { SitePresence } from '../../core/presence/merge.ts';
import type { Worker } from '../../core/site/entities.ts';
import type { CrewMember, CrewState } from '../../preload/person-views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Projections } from '../journal/projections.ts';
import type { SitePresences } from '../presence/site-presence.ts';
import { personName } from '../view/feed.ts';

export interface MemberParts {
  readonly cache: Cache;
  readonly projections: Pick<Projections, 'grantOf'>;
  readonly presence: Pick<SitePresences, 'of' | 'gateName'>;
}

/**
 * D5: where somebody stands with one piece of work that they are assigned to. Only a grant that names the work counts: whoever is inside for
 * something else is not in to this. What another gate let them in for is not known here; it let them in.
 */
export function crewState(
  workId: string,
  grant: Pick<Grant, 'workOrderIds' | 'untilMs'> | undefined,
  presence: Pick<SitePresence, 'inside' | 'gateId'> | undefined,
  nowMs: number,
): CrewState {
  if (presence?.inside && presence.gateId !== undefined) return 'inside';
  const isFor = grant?.workOrderIds.includes(workId) ?? false;
  if (isFor && presence?.inside) return 'inside';
  return isFor && grant !== undefined && nowMs < grant.untilMs ? 'validated' : 'not_yet';
}

/** Undefined: nobody whom this gate knows. */
export function memberOf(
  { cache, projections, presence }: MemberParts,
  workId: string,
  workerId: string,
  nowMs: number,
): { readonly worker: Worker; readonly member: CrewMember } | undefined {
  const worker = cache.get('worker', workerId);
  const name = personName(cache, workerId);
  if (!worker || !name) return undefined;
  const seen = presence.of(workerId);
  const state = crewState(workId, projections.grantOf(workerId, undefined), seen, nowMs);
  const gateName = state === 'inside' ? presence.gateName(seen?.gateId) : undefined;
  const photo = worker.photo === undefined ? {} : { photo: worker.photo };
  return { worker, member: { workerId, ...name, ...photo, ...(gateName === undefined ? {} : { gateName }), state } };
}

export function countsOf(members: readonly Pick<CrewMember, 'state'>[]): {
  people: number;
  inside: number;
  validated: number;
} {
  const of = (state: CrewState): number => members.filter((member) => member.state === state).length;
  return { people: members.length, inside: of('inside'), validated: of('validated') };
}

const ORDER: Readonly<Record<CrewState, number>> = { not_yet: 0, validated: 1, inside: 2 };
/** Whoever is still awaited first, then by name. */
export const byState = (a: CrewMember, b: CrewMember): number =>
  ORDER[a.state] - ORDER[b.state] || a.name.localeCompare(b.name);
