import type { EventEnvelope } from '../../core/event/event.ts';
import type { Badge } from '../../core/site/entities.ts';
import { elsewhereDetail } from '../../core/tray/elsewhere.ts';
import type { Act, Rows } from '../store/store.ts';
import { correctedMs } from './corrected-time.ts';
import type { Doubt } from './intake.ts';
import { understood } from './understood.ts';

/** What central, knowing more than the gate did at that moment, would have decided otherwise. */
export async function secondThoughts(rows: Rows, event: EventEnvelope): Promise<Doubt | undefined> {
  const known = understood(event);
  if (known?.type !== 'presence.checked_in' && known?.type !== 'access.granted') return undefined;
  const revoked = await revokedMeanwhile(rows, known.data.badgeId, correctedMs(event));
  if (revoked || known.type === 'access.granted') return revoked;
  return insideElsewhere(rows, known.data.workerId, event);
}

async function revokedMeanwhile(rows: Rows, badgeId: string | undefined, atMs: number): Promise<Doubt | undefined> {
  if (badgeId === undefined) return undefined;
  const badge = (await rows.records.get('badge', badgeId))?.data as Badge | undefined;
  if (badge?.revokedAt === undefined || Date.parse(badge.revokedAt) > atMs) return undefined;
  return { code: 'revoked_meanwhile', detail: `the badge was revoked at ${badge.revokedAt}` };
}

/**
 * G5: a coming in next to a coming in at another gate, with no going out between. The later of the two to arrive is the one
 * that is flagged, whichever happened first, so that a pair of gates that were both offline is always found.
 */
async function insideElsewhere(rows: Rows, workerId: string, event: EventEnvelope): Promise<Doubt | undefined> {
  const atMs = correctedMs(event);
  const doubled = (act: Act | undefined) => act?.inside === true && act.gateId !== event.gateId;
  const before = await rows.events.actBefore(workerId, atMs, event.id);
  const other = doubled(before) ? before : await rows.events.actAfter(workerId, atMs, event.id);
  if (!other || !doubled(other)) return undefined;
  return {
    code: 'inside_elsewhere',
    detail: elsewhereDetail({ gateId: other.gateId, atMs: other.correctedAtMs }),
  };
}
