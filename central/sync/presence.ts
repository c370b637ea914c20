import { presenceAfter } from '../../core/event/occupancy.ts';
import type { EventEnvelope } from '../../core/event/event.ts';
import type { Sha256Hex } from '../../core/ports.ts';
import type { Rows } from '../store/store.ts';
import { correctedMs } from './corrected-time.ts';
import type { IntakeContext } from './intake.ts';
import { publish } from './publish.ts';

/** Puts a going in or out in its place in time; when it is the latest at its location, the location's gates are told. */
export async function recordAct(rows: Rows, event: EventEnvelope, { sha256, nowMs }: IntakeContext): Promise<void> {
  const presence = presenceAfter(event);
  if (!presence) return;
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
  if (latest?.eventId !== event.id) return;
  const id = presenceIdOf(sha256, locationId, workerId);
  const since = new Date(latest.correctedAtMs).toISOString();
  await publish(rows, 'presence', { id, workerId, locationId, gateId, inside, since }, nowMs);
}

/** One presence per person and location, under an id that fits the wire whatever the other two look like. */
export const presenceIdOf = (sha256: Sha256Hex, locationId: string, workerId: string): string =>
  sha256(Buffer.from(JSON.stringify([locationId, workerId]))).slice(0, 32);
