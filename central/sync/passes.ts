import type { EventEnvelope } from '../../core/event/event.ts';
import { badgeOfPass, visitorOfPass } from '../../core/passes/passes.ts';
import type { Badge } from '../../core/site/entities.ts';
import type { Rows } from '../store/store.ts';
import type { IntakeContext } from './intake.ts';
import { publish } from './publish.ts';
import { understood } from './understood.ts';

/** A temporary pass that a gate issued or ended: the other gates of the place hear of the visitor and the badge. */
export async function recordPass(rows: Rows, event: EventEnvelope, { nowMs }: IntakeContext): Promise<void> {
  const known = understood(event);
  if (known?.type === 'pass.issued') {
    const { locationId } = event;
    const visitor = visitorOfPass(known.data);
    const { passId, workerId } = known.data;
    const isTaken = await rows.records.get('badge', passId);
    const isSomebodyElse = visitor && (await rows.records.get('worker', workerId));
    if (isTaken || isSomebodyElse) return;
    await publish(rows, 'badge', badgeOfPass(known.data, locationId), nowMs);
    if (visitor) await publish(rows, 'worker', visitor, nowMs);
  } else if (known?.type === 'pass.ended') {
    const badge = (await rows.records.get('badge', known.data.passId))?.data as Badge | undefined;
    if (badge?.pass?.locationId !== event.locationId || badge.revokedAt !== undefined) return;
    await publish(rows, 'badge', { ...badge, revokedAt: event.occurredAt }, nowMs);
  }
}
