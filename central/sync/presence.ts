import { presenceAfter } from '../../core/event/occupancy.ts';
import type { EventEnvelope } from '../../core/event/event.ts';
import type { Sha256Hex } from '../../core/ports.ts';
import { undoneBy } from '../../core/event/undone.ts';
import type { Act, Rows } from '../store/store.ts';
import { correctedMs } from './corrected-time.ts';
import type { IntakeContext } from './intake.ts';
import { publish, unpublish } from './publish.ts';

/** Puts a going in or out in its place in time; when it is the latest at its location, the location's gates are told. */
export async function recordAct(rows: Rows, event: EventEnvelope, context: IntakeContext): Promise<void> {
  const presence = presenceAfter(event);
  if (!presence) return takeBack(rows, event, context);
  const { workerId, inside } = presence;
  const { gateId, locationId } = event;
  await rows.events.addAct({
    workerId,
    correctedAtMs: correctedMs(event),
    eventId: event.id,
    gateId,
    locationId,
    inside,
  });
  const latest = await rows.events.latestAct(workerId, locationId);
  if (latest?.eventId === event.id) await tellOf(rows, latest, context);
}

/** G6: an act that was undone where it was made counts no more; what was before it holds again. The event itself stays. */
async function takeBack(rows: Rows, event: EventEnvelope, context: IntakeContext): Promise<void> {
  const undone = undoneBy(event);
  const stored = undone && (await rows.events.byId(undone.eventId));
  if (stored?.deviceId !== event.deviceId) return;
  const act = JSON.parse(stored.body) as EventEnvelope;
  const presence = presenceAfter(act);
  if (!presence) return;
  const { workerId, inside } = presence;
  const { gateId, locationId } = act;
  const gone: Act = { workerId, correctedAtMs: stored.correctedAtMs, eventId: act.id, gateId, locationId, inside };
  await rows.events.removeAct(gone);
  const latest = await rows.events.latestAct(workerId, locationId);
  if (latest) await tellOf(rows, latest, context);
  else await unpublish(rows, 'presence', presenceIdOf(context.sha256, locationId, workerId), context.nowMs);
}

async function tellOf(rows: Rows, latest: Act, { sha256, nowMs }: IntakeContext): Promise<void> {
  const { workerId, locationId, gateId, inside } = latest;
  const id = presenceIdOf(sha256, locationId, workerId);
  const since = new Date(latest.correctedAtMs).toISOString();
  await publish(rows, 'presence', { id, workerId, locationId, gateId, inside, since }, nowMs);
}

/** One presence per person and location, under an id that fits the wire whatever the other two look like. */
export const presenceIdOf = (sha256: Sha256Hex, locationId: string, workerId: string): string =>
  sha256(Buffer.from(JSON.stringify([locationId, workerId]))).slice(0, 32);
