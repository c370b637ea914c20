import type { EventEnvelope } from '../../core/event/event.ts';
import type { Sha256Hex } from '../../core/ports.ts';
import type { EntityOf } from '../../core/site/entities.ts';
import type { Moment, Rows } from '../store/store.ts';
import { correctedMs } from './corrected-time.ts';
import type { IntakeContext } from './intake.ts';
import type { News } from './news.ts';
import { publishAll, unpublish } from './publish.ts';
import { understood } from './understood.ts';

/** Puts a going in or out in its place in time, or takes one back. */
export async function recordAct(rows: Rows, event: EventEnvelope): Promise<void> {
  const known = understood(event);
  if (known?.type === 'act.undone') return rows.events.undoAct(known.data.eventId, event.gateId);
  if (known?.type !== 'presence.checked_in' && known?.type !== 'presence.checked_out') return;
  const { id: eventId, gateId } = event;
  await rows.events.addAct({
    workerId: known.data.workerId,
    correctedAtMs: correctedMs(event),
    eventId,
    gateId,
    locationId: placeOf(event),
    inside: known.type === 'presence.checked_in',
  });
}

/** Whose presence a going in or out changes, and where, is news; so it is when one was taken back. */
export async function noteMove(rows: Rows, event: EventEnvelope, { moved }: News): Promise<void> {
  const move = (workerId: string, locationId: string) =>
    void moved.set(`${workerId} ${locationId}`, { workerId, locationId });
  const known = understood(event);
  switch (known?.type) {
    case 'presence.checked_in':
    case 'presence.checked_out':
      return move(known.data.workerId, placeOf(event));
    case 'act.undone': {
      const undone = await rows.events.byId(known.data.eventId);
      return move(known.data.workerId, placeOf(undone ? (JSON.parse(undone.body) as EventEnvelope) : event));
    }
    default:
      return undefined;
  }
}

/** Whose going in or out this is, and when. */
export function passageOf(event: EventEnvelope): (Moment & { readonly gateId: string }) | undefined {
  if (event.type !== 'presence.checked_in' && event.type !== 'presence.checked_out') return undefined;
  const { workerId } = event.data;
  const { id: eventId, gateId } = event;
  return typeof workerId === 'string' ? { workerId, atMs: correctedMs(event), eventId, gateId } : undefined;
}

/** Where an act puts somebody: at the gate's own place, or where the person was checked out of (B2). */
export function placeOf(event: EventEnvelope): string {
  const { atLocationId } = event.data;
  return typeof atLocationId === 'string' ? atLocationId : event.locationId;
}

/** The latest act that stands, by corrected time and ties by id; writing what was known already tells nobody. */
export async function tellPresences(
  rows: Rows,
  moved: Iterable<{ readonly workerId: string; readonly locationId: string }>,
  { sha256, nowMs }: IntakeContext,
): Promise<void> {
  const presences: EntityOf<'presence'>[] = [];
  for (const { workerId, locationId } of moved) {
    const id = presenceIdOf(sha256, locationId, workerId);
    const latest = await rows.events.latestAct(workerId, locationId);
    if (!latest) {
      await unpublish(rows, 'presence', id, nowMs);
      continue;
    }
    const { gateId, inside, eventId } = latest;
    const since = new Date(latest.correctedAtMs).toISOString();
    presences.push({ id, workerId, locationId, gateId, inside, since, eventId });
  }
  await publishAll(rows, 'presence', presences, nowMs);
}

/** One presence per person and location, under an id that fits the wire whatever the other two look like. */
export const presenceIdOf = (sha256: Sha256Hex, locationId: string, workerId: string): string =>
  sha256(Buffer.from(JSON.stringify([locationId, workerId]))).slice(0, 32);
