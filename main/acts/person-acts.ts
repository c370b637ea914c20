import type { Code } from '../../core/codes.ts';
import { judge } from '../../core/decide/judge.ts';
import { passHelps } from '../../core/passes/passes.ts';
import type { PersonActs } from '../../preload/act-views.ts';
import { tapOn, wayIn, waysIn, type ActGround, type NamedLane } from './act-ground.ts';
import type { Overriding } from './overriding.ts';
import type { Undoing } from './undoing.ts';

type Row = PersonActs['acts'][number];
type Way = NonNullable<PersonActs['ways']>[number];

const row = (act: Row['act'], allowed: boolean, why?: Code): Row => ({
  act,
  allowed,
  ...(why === undefined ? {} : { why }),
});

/** What staff can do about one person now, the one next step first; null for somebody whom nobody knows here. */
export function personActs(
  { cache, journal, lanes, papers, presence: site }: ActGround,
  undoing: Undoing,
  overriding: Overriding,
  workerId: string,
): PersonActs | null {
  if (!cache.get('worker', workerId)) return null;
  const undo = undoing.latest(workerId);
  const taken = undo ? { undo } : {};
  const { inside, breakSinceMs } = site.of(workerId) ?? {};
  if (inside) {
    const acts = [row('check_out', true)];
    acts.push(row(breakSinceMs === undefined ? 'start_break' : 'end_break', true));
    return { next: 'check_out', acts, ...taken, ...(breakSinceMs === undefined ? {} : { breakSinceMs }) };
  }

  const tapAt = (lane: NamedLane): Way => {
    const dossier = papers(tapOn(workerId), lane);
    const tapped = dossier && judge(dossier, journal.projections.overridesOf);
    const why = tapped?.kind === 'refuse' ? { why: tapped.code } : {};
    return {
      laneId: lane.id,
      name: lane.name ?? lane.id,
      allowed: tapped !== undefined && tapped.kind !== 'refuse',
      ...why,
    };
  };
  const ways = waysIn(lanes());
  const taps = (ways.length === 0 ? [wayIn([])] : ways).map(tapAt);
  const admits = taps.some(({ allowed }) => allowed);
  const refusal = overriding.openRefusal(workerId);
  const next = admits ? 'grant' : refusal ? 'override' : 'scan';
  const acts = [row('grant', admits, taps[0]?.why)];
  if (refusal) acts.push(row('override', true));
  if (taps.some(({ why }) => why !== undefined && passHelps(why))) acts.push(row('pass', true));
  return { next, acts, ...taken, ...(refusal ? { refusal } : {}), ...(taps.length > 1 ? { ways: taps } : {}) };
}
