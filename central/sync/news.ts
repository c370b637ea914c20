import type { EntityOf } from '../../core/site/entities.ts';
import type { Rows } from '../store/store.ts';
import type { IntakeContext } from './intake.ts';
import { takeOldActivity } from './activity.ts';
import { tellPresences } from './presence.ts';
import { publishNew, unpublishOwn } from './publish.ts';
import { tellTimesheets, type Worked } from './timesheets.ts';

/** What a batch of events leaves to be told: once, as it is at the end, and not after every event of it. */
export interface News {
  readonly moved: Map<string, { readonly workerId: string; readonly locationId: string }>;
  readonly activities: EntityOf<'activity'>[];
  readonly worked: Map<string, Worked>;
}

export const noNews = (): News => ({ moved: new Map(), activities: [], worked: new Map() });

/** Tells the gates what there is, and leaves none. What is old at the location, or too much, is taken back. */
export async function tellNews(
  rows: Rows,
  { moved, activities, worked }: News,
  locationId: string,
  context: IntakeContext,
): Promise<void> {
  await tellPresences(rows, moved.values(), context);
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
  await tellTimesheets(rows, worked.values(), context);
  moved.clear();
  worked.clear();
  activities.length = 0;
}
