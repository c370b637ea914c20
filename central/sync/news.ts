import type { EntityOf } from '../../core/site/entities.ts';
import type { Rows } from '../store/store.ts';
import type { IntakeContext } from './intake.ts';
import { tellPresence } from './presence.ts';
import { publishNew } from './publish.ts';

/** What a batch of events leaves to be told: once, as it is at the end, and not after every event of it. */
export interface News {
  readonly moved: Map<string, { readonly workerId: string; readonly locationId: string }>;
  readonly activities: EntityOf<'activity'>[];
}

export const noNews = (): News => ({ moved: new Map(), activities: [] });

/** Tells the gates what there is, and leaves none. */
export async function tellNews(rows: Rows, { moved, activities }: News, context: IntakeContext): Promise<void> {
  for (const { workerId, locationId } of moved.values()) await tellPresence(rows, workerId, locationId, context);
  await publishNew(rows, 'activity', activities, context.nowMs);
  moved.clear();
  activities.length = 0;
}
