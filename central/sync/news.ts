import type { EventEnvelope } from '../../core/event/event.ts';
import type { EntityOf } from '../../core/site/entities.ts';
import type { Rows } from '../store/store.ts';
import type { IntakeContext } from './intake.ts';
import { recordActivity, takeOldActivity } from './activity.ts';
import { noteMove, tellPresences } from './presence.ts';
import { publishNew, unpublishOwn } from './publish.ts';
import { recordWork, tellTimesheets, type Worked } from './timesheets.ts';

/** What events leave to be told of people: once, as it is at the end, and not after every one of them. */
export interface News {
  readonly moved: Map<string, { readonly workerId: string; readonly locationId: string }>;
  readonly worked: Map<string, Worked>;
}

/** Tells the gates of a place what follows from events that are in the store by now. */
export async function tellOf(
  rows: Rows,
  events: readonly EventEnvelope[],
  locationId: string,
  context: IntakeContext,
): Promise<void> {
  await tellPeople(rows, events, context);
  await tellActs(rows, events, locationId, context);
}

/** Where the people of these events are now, and their hours. To tell it again tells nobody anything. */
export async function tellPeople(rows: Rows, events: readonly EventEnvelope[], context: IntakeContext): Promise<void> {
  const news: News = { moved: new Map(), worked: new Map() };
  for (const event of events) {
    await noteMove(rows, event, news);
    await recordWork(rows, event, news);
  }
  await tellPresences(rows, news.moved.values(), context);
  await tellTimesheets(rows, news.worked.values(), context);
}

/** The acts themselves, once each. What is old at the location, or too much, is taken back. */
export async function tellActs(
  rows: Rows,
  events: readonly EventEnvelope[],
  locationId: string,
  context: IntakeContext,
): Promise<void> {
  const activities: EntityOf<'activity'>[] = [];
  for (const event of events) await recordActivity(rows, event, context.nowMs, activities);
  const old = new Set(await takeOldActivity(rows, locationId, context.nowMs));
  // What would go at once does not come: a gate that brings a month of acts makes news of the last of them alone.
  const [fresh, come] = [activities.filter(({ id }) => !old.has(id)), new Set(activities.map(({ id }) => id))];
  await unpublishOwn(
    rows,
    'activity',
    [...old].filter((id) => !come.has(id)),
    context.nowMs,
  );
  await publishNew(rows, 'activity', fresh, context.nowMs);
}
