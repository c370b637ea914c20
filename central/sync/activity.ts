import type { EventEnvelope } from '../../core/event/event.ts';
import { isTold, modeOf } from '../../core/event/told-acts.ts';
import { activitySchema, type EntityOf } from '../../core/site/entities.ts';
import type { Rows } from '../store/store.ts';
import { correctedMs } from './corrected-time.ts';
import { placeOf } from './presence.ts';
import { understood } from './understood.ts';

/** How long, and how many at most, the gates of a location hear of each other's acts. What is older is in central alone. */
export const ACTIVITY_KEPT_MS = 7 * 24 * 3_600_000;
export const ACTIVITY_MOST = 5000;

/** Makes news of an act. One that arrives after its time is in the record, and no news. */
export async function recordActivity(
  rows: Rows,
  event: EventEnvelope,
  nowMs: number,
  news: EntityOf<'activity'>[],
): Promise<void> {
  const known = isTold(event) ? understood(event) : undefined;
  const correctedAtMs = correctedMs(event);
  if (!known || correctedAtMs < nowMs - ACTIVITY_KEPT_MS) return;
  const { id, type, gateId, deviceId, actor } = event;
  const locationId = placeOf(event);
  const text = (field: string): string | undefined => {
    const value = (known.data as Readonly<Record<string, unknown>>)[field];
    return typeof value === 'string' ? value : undefined;
  };
  const [workerId, code, mode] = [text('workerId'), text('code'), modeOf(known.data)];
  const activity = {
    id,
    type,
    locationId,
    gateId,
    deviceId,
    occurredAt: new Date(correctedAtMs).toISOString(),
    ...(workerId === undefined ? {} : { workerId }),
    ...(code === undefined ? {} : { code }),
    ...(mode === undefined ? {} : { mode }),
    ...(actor.userId === undefined ? {} : { userId: actor.userId }),
  };
  await rows.events.addActivity({ locationId, correctedAtMs, eventId: id });
  news.push(activitySchema.parse(activity));
}

/** The ids of what has become old at a location, or too much; they are no longer counted. */
export const takeOldActivity = (rows: Rows, locationId: string, nowMs: number): Promise<string[]> =>
  rows.events.takeOldActivity(locationId, nowMs - ACTIVITY_KEPT_MS, ACTIVITY_MOST);
