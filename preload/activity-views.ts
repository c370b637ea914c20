/** All acts over all of the user's places, and the dashboard's figures. Times are Unix milliseconds. */
import { z } from 'zod';
import { ACT_COLUMNS, ACT_FORMATS } from '../core/event/act-file.ts';
import { ACCESS_STATUS } from '../core/event/access-status.ts';
import { TRAY_OUTCOMES } from '../core/event/data/act.ts';
import { CHECK_MODES } from '../core/event/data/access.ts';
import { savedFileSchema } from './list-views.ts';
import { feedRowSchema } from './views.ts';

const id = z.string().min(1).max(64);
const ms = z.number();
const count = z.number().int().min(0);

export const actFiltersSchema = z.object({
  query: z.string().max(100),
  status: z.enum(ACCESS_STATUS).optional(),
  mode: z.enum(CHECK_MODES).optional(),
  contractorId: id.optional(),
  /** Of people who are connected to this client (A1). */
  clientId: id.optional(),
  workerId: id.optional(),
  locationId: id.optional(),
  gateId: id.optional(),
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

export const actExportSchema = actFiltersSchema.extend({
  format: z.enum(ACT_FORMATS),
  fileName: z.string().min(1).max(100),
  /** On top of a page: what the list is, and what it was narrowed to. */
  about: z.string().max(400),
  columns: z
    .array(z.object({ id: z.enum(ACT_COLUMNS), heading: z.string().max(100) }))
    .min(1)
    .max(20),
  /** The words of codes (`code.…`), of types (`type.…`), of kinds (`kind.…`), of modes (`mode.…`) and of `estimate`. */
  words: z.record(z.string().max(80), z.string().max(200)),
});

/** B4: one act, as far as it is known here. */
export const actStorySchema = z.object({
  act: actRowSchema,
  /** By central's clock, as this gate knew it then; null: it never had learnt it. */
  centralAtMs: ms.nullable(),
  /** Its place in this gate's journal; null: it is in another's. `holds`: its hash, and its links to both sides. */
  chain: z.object({ seq: count, hash: z.string(), prevHash: z.string(), holds: z.boolean() }).nullable(),
  /** `told`: it came from central or from another gate. */
  central: z.object({
    state: z.enum(['taken', 'waiting', 'flagged', 'rejected', 'set_aside', 'told']),
    code: z.string().optional(),
    atMs: ms.optional(),
  }),
  orders: z.array(z.string()),
  reason: z.string().optional(),
  /** What came of it: the door, its undoing, what staff found in the tray; oldest first. */
  later: z.array(
    z.object({
      seq: count,
      type: z.string(),
      atMs: ms,
      byName: z.string().optional(),
      outcome: z.enum(TRAY_OUTCOMES).optional(),
      reason: z.string().optional(),
    }),
  ),
});

export const activityCalls = {
  /** Null: nobody knows that act here, or it is none of the user's places. */
  getActStory: {
    ask: z.object({ eventId: z.string().max(140), seq: count, workerId: id.optional() }),
    answer: actStorySchema.nullable(),
  },
  /** Newest first. `more`: there are more than were counted so far; whoever asks again is told. */
  listActs: {
    ask: actFiltersSchema.extend({ offset: count, limit: z.number().int().min(1).max(500) }),
    answer: z.object({
      rows: z.array(actRowSchema),
      total: count,
      more: z.boolean(),
      /** The user's places, and the gates of them that are known here. */
      locations: z.array(z.object({ id, name: z.string() })),
      gates: z.array(z.object({ id, name: z.string(), locationId: id })),
    }),
  },
  /** B4: all that match, as they are now, as a file at a place that staff choose. `too_many`: paper has no room for them. */
  exportActs: {
    ask: actExportSchema,
    answer: savedFileSchema,
  },
  /** B1: the connected people of the user's places, each by the worst of what is asked there. `ending`: within 14 days. */
  getCompliance: { ask: z.undefined(), answer: z.object({ ok: count, ending: count, bad: count }) },
  /**
   * B1: of one of the user's places, or of all of them; `places` are always all. Hours and refusals are of this gate's day, from its own
   * journal and from what central and the other gates told.
   */
  getDashboard: {
    ask: z.object({ locationId: id.optional() }),
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
export type ActStory = z.infer<typeof actStorySchema>;
export type StoryAsk = z.infer<(typeof activityCalls.getActStory)['ask']>;
export type ActFilters = z.infer<typeof actFiltersSchema>;
export type ActExportAsk = z.infer<typeof actExportSchema>;
export type ActsAsk = z.infer<(typeof activityCalls.listActs)['ask']>;
export type ActsPage = z.infer<(typeof activityCalls.listActs)['answer']>;
export type ComplianceView = z.infer<(typeof activityCalls.getCompliance)['answer']>;
export type DashboardAsk = z.infer<(typeof activityCalls.getDashboard)['ask']>;
export type DashboardView = z.infer<(typeof activityCalls.getDashboard)['answer']>;
