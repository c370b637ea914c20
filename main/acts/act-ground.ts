import type { Credential } from '../../core/credential/credential.ts';
import type { Dossier } from '../../core/decide/dossier.ts';
import type { Reading } from '../../core/reading.ts';
import { ok } from '../../core/result.ts';
import type { ActAnswer } from '../../preload/act-views.ts';
import type { Gate, Lane, Outcome } from '../gate.ts';
import type { Ground } from '../ground.ts';
import type { Undoing } from './undoing.ts';

/** `name`: what staff call it. */
export type NamedLane = Lane & { readonly name?: string };

/** What the acts of staff stand on: the gate's ground, and the line that every act takes. */
export interface ActGround extends Ground {
  readonly gate: Pick<Gate, 'act'>;
  readonly lanes: () => readonly NamedLane[];
  /** The papers on a person as if tapped, or as if that badge were shown, on this lane now. */
  readonly papers: (shown: Credential, lane: Lane) => Dossier | undefined;
  readonly show: (outcome: Outcome) => void;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  /** Something that the desk shows changed. */
  readonly changed: () => void;
}

export const tapOn = (workerId: string, badgeId?: string): Credential => ({
  kind: 'tap',
  workerId,
  ...(badgeId === undefined ? {} : { badgeId }),
});

/** A tap reads nothing: it has a time and a place. */
export const tapReading = (laneId: string, atMs: number): Reading => ({
  source: 'guard',
  scannerId: 'desk',
  laneId,
  raw: '',
  atMs,
});

/** The lanes that somebody can come in by. */
export const waysIn = (lanes: readonly NamedLane[]): NamedLane[] =>
  lanes.filter(({ direction }) => direction !== 'out').map((lane) => ({ ...lane, direction: 'in' }));

/** The way in that is meant: the one named, or else the first with a door. */
export function wayIn(lanes: readonly Lane[], laneId?: string): Lane {
  const ways = waysIn(lanes);
  const named = ways.find(({ id }) => id === laneId);
  const lane = named ?? ways.find(({ doorId }) => doorId !== undefined) ?? ways[0];
  return lane ?? { id: 'desk', direction: 'in' };
}

/** On paper alone: no door moves for somebody whom staff check out. */
export const wayOut = (lanes: readonly Lane[]): Lane => ({ id: lanes[0]?.id ?? 'desk', direction: 'out' });

/** What stands where a badge's text would: the person that staff chose. */
export const asTap = (workerId: string, badgeId?: string) => ok(tapOn(workerId, badgeId));

/** What came of it, for whoever tapped. */
export function answerOf(outcome: Outcome | undefined, undoing: Undoing): ActAnswer {
  if (!outcome) return { result: 'refused' };
  const { kind, code, facts, workerId } = outcome.decision;
  const said = { code, facts };
  if (kind === 'ask') return { result: code === 'not_recorded' ? 'refused' : 'held', ...said };
  if (kind === 'refuse') return { result: 'refused', ...said };
  const undo = workerId === undefined ? undefined : undoing.latest(workerId);
  return { result: 'done', ...said, ...(undo ? { undo } : {}) };
}
