/** All acts over all of the user's places, and the dashboard's figures. Times are Unix milliseconds. */
import { z } from 'zod';
import { ACCESS_STATUS } from '../core/event/access-status.ts';
import { CHECK_MODES } from '../core/event/data/access.ts';
import { feedRowSchema } from './views.ts';

const id = z.string().min(1).max(64);
const ms = z.number();
const count = z.number().int().min(0);

export const actFiltersSchema = z.object({
  query: z.string().max(100),
  status: z.enum(ACCESS_STATUS).optional(),
  mode: z.enum(CHECK_MODES).optional(),
  contractorId: id.optional(),
  workerId: id.optional(),
  locationId: id.optional(),
  fromMs: ms.optional(),
  /** Exclusive. */
  untilMs: ms.optional(),
});

export const actRowSchema = feedRowSchema.extend({
  gateName: z.string().optional(),
  locationId: id,
  locationName: z.string().optional(),
  mode: z.string().optional(),
  /** Who did it, where a user did. */
  byName: z.string().optional(),
  /** B7. */
  estimated: z.boolean(),
  /** B4: still inside by this act. */
  canCheckOut: z.boolean(),
});

export const activityCalls = {
  /** Newest first. `more`: there are more than were counted so far; whoever asks again is told. */
  listActs: {
    ask: actFiltersSchema.extend({ offset: count, limit: z.number().int().min(1).max(500) }),
    answer: z.object({
      rows: z.array(actRowSchema),
      total: count,
      more: z.boolean(),
      locations: z.array(z.object({ id, name: z.string() })),
    }),
  },
  /** B1: over all of the user's places. Hours and refusals are of this gate's day. */
  getDashboard: {
    ask: z.undefined(),
    answer: z.object({
      checkedIn: count,
      places: z.array(z.object({ id, name: z.string(), checkedIn: count })),
      arrivals: z.array(z.object({ atMs: ms, count })),
      refusals: z.array(z.object({ code: z.string(), count })),
      overstaying: count,
    }),
  },
} as const;

export type ActRow = z.infer<typeof actRowSchema>;
export type ActFilters = z.infer<typeof actFiltersSchema>;
export type ActsAsk = z.infer<(typeof activityCalls.listActs)['ask']>;
export type ActsPage = z.infer<(typeof activityCalls.listActs)['answer']>;
export type DashboardView = z.infer<(typeof activityCalls.getDashboard)['answer']>;
