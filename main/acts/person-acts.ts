import type { Code } from '../../core/codes.ts';
import { judge } from '../../core/decide/judge.ts';
import type { PersonActs } from '../../preload/act-views.ts';
import { tapOn, wayIn, type ActGround } from './act-ground.ts';
import type { Overriding } from './overriding.ts';
import type { Undoing } from './undoing.ts';

type Row = PersonActs['acts'][number];

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

  const dossier = papers(tapOn(workerId), wayIn(lanes()));
  const tapped = dossier && judge(dossier, journal.projections.overridesOf);
  const admits = tapped !== undefined && tapped.kind !== 'refuse';
  const refusal = overriding.openRefusal(workerId);
  const next = admits ? 'grant' : refusal ? 'override' : 'scan';
  const acts = [row('grant', admits, tapped?.kind === 'refuse' ? tapped.code : undefined)];
  if (refusal) acts.push(row('override', true));
  return { next, acts, ...taken, ...(refusal ? { refusal } : {}) };
}
