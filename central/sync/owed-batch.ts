import type { EventEnvelope } from '../../core/event/event.ts';
import type { Device, Owed } from '../store/store.ts';
import { turnOf } from './turn.ts';

/** So many events at once are a backlog: what a gate does as it happens comes by ones and twos. */
export const BACKLOG_FROM = 100;

/**
 * What is owed of a batch, if what follows from it may wait until its gate was answered: a backlog of ordinary acts, all of it new and
 * one behind the other. Whatever is out of the ordinary is told at once.
 */
export function owedOf(device: Device, taken: readonly EventEnvelope[], sent: number, nowMs: number): Owed | undefined {
  const [first, last] = [taken[0], taken.at(-1)];
  if (!first || !last || taken.length < BACKLOG_FROM || taken.length !== sent) return undefined;
  if (!taken.every(({ seq }, index) => seq === first.seq + index) || !turnOf(device, taken)) return undefined;
  const { id: deviceId, locationId } = device;
  return { deviceId, locationId, fromSeq: first.seq, toSeq: last.seq, takenAtMs: nowMs };
}
