/** What the desk asks of a list besides its page: an order, a choice, a file. */
import { z } from 'zod';
import { ATTENDANCE } from '../core/site/attendance.ts';

export const LISTS = ['feed', 'scheduled', 'granted', 'inside', 'working', 'refused'] as const;
export type ListName = (typeof LISTS)[number];

/** The states that a list's people can be chosen by. */
export const LIST_STATES = {
  feed: [],
  scheduled: ['expected', 'late', 'inside', 'left'],
  granted: ['inside', 'outside'],
  inside: ['in', 'on_break'],
  working: ATTENDANCE,
  refused: [],
} as const satisfies Readonly<Record<ListName, readonly string[]>>;
export type ListState = (typeof LIST_STATES)[ListName][number];

const id = z.string().max(64);
export const listSortSchema = z.object({ column: z.string().max(20), down: z.boolean() });
export const listFiltersSchema = z.object({
  contractorId: id.optional(),
  clientId: id.optional(),
  state: z.string().max(20).optional(),
});
/** Which rows, and in which order: what a page, a count and an export have in common. */
export const listAskSchema = z.object({
  list: z.enum(LISTS),
  /** The beginnings of words of name, company, plate, telephone, badge or work order; empty is all. */
  query: z.string().max(100),
  sort: listSortSchema.optional(),
  filters: listFiltersSchema.optional(),
});
export const listRequestSchema = listAskSchema.extend({
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
export type ListSort = z.infer<typeof listSortSchema>;
export type ListFilters = z.infer<typeof listFiltersSchema>;
export type ListAsk = z.infer<typeof listAskSchema>;
export type ListRequest = z.infer<typeof listRequestSchema>;

const named = z.object({ id: z.string(), name: z.string() });
/** What the columns of an exported list are; the desk brings their headings in its language. */
export const EXPORT_COLUMNS = [
  'name', 'company', 'order', 'title', 'client', 'starts', 'ends', 'state', 'since', 'granted', 'until', 'why',
] as const; // prettier-ignore
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];
/** Where somebody who was searched for is. */
export const WHEREABOUTS = ['inside', 'scheduled', 'known'] as const;

/** How somebody likes a list: its order, whom it is narrowed to, the columns put away. Nothing that was searched for, for that may be a name. */
export const listLookSchema = z.object({
  sort: listSortSchema.optional(),
  filters: listFiltersSchema,
  hidden: z.array(z.string().max(20)).max(20),
});
/** What keeps how somebody likes it: the lists, and all acts under Activity. */
export const LOOKS = [...LISTS, 'acts'] as const;
export type LookName = (typeof LOOKS)[number];
export const listLooksSchema = z.partialRecord(z.enum(LOOKS), listLookSchema);

/** What became of a file that staff wanted. `too_many`: its kind has no room for so many lines. */
export const savedFileSchema = z.object({ came: z.enum(['saved', 'cancelled', 'stopped', 'fault', 'too_many']) });
export type SavedFile = z.infer<typeof savedFileSchema>;

export const listCalls = {
  /** As whoever works at the desk left them, over a restart too. */
  getListLooks: { ask: z.undefined(), answer: listLooksSchema },
  keepListLook: { ask: z.object({ list: z.enum(LOOKS), look: listLookSchema }), answer: z.undefined() },
  /** Whom and what a list can be narrowed to. */
  getListChoices: {
    ask: z.undefined(),
    answer: z.object({ contractors: z.array(named), clients: z.array(named) }),
  },
  /** Anybody whom the gate knows, people inside and scheduled first; `beside`: without those on that list. */
  findPeople: {
    ask: z.object({ query: z.string().max(100), beside: z.enum(LISTS).optional() }),
    answer: z.object({
      rows: z.array(
        z.object({
          workerId: z.string(),
          name: z.string(),
          contractorName: z.string().optional(),
          where: z.enum(WHEREABOUTS),
        }),
      ),
      total: z.number(),
      more: z.boolean(),
    }),
  },
  /** All rows that match, as a CSV file at a place that staff choose. */
  exportList: {
    ask: listAskSchema.extend({
      fileName: z.string().min(1).max(100),
      columns: z
        .array(z.object({ id: z.enum(EXPORT_COLUMNS), heading: z.string().max(100) }))
        .min(1)
        .max(20),
      /** The words of states and reasons, by their codes. */
      words: z.record(z.string().max(64), z.string().max(200)),
    }),
    answer: savedFileSchema,
  },
  /** How far the file is that is being written, of a list, of acts or of hours; null: none is. `total` is 0 until all are counted. */
  getExport: { ask: z.undefined(), answer: z.object({ rows: z.number(), total: z.number() }).nullable() },
  /** No file is left behind. */
  stopExport: { ask: z.undefined(), answer: z.undefined() },
} as const;
export type FoundPeople = z.infer<(typeof listCalls.findPeople)['answer']>;
export type ExportAsk = z.infer<(typeof listCalls.exportList)['ask']>;
export type ListChoicesView = z.infer<(typeof listCalls.getListChoices)['answer']>;
export type ListLook = z.infer<typeof listLookSchema>;
export type ListLooks = z.infer<typeof listLooksSchema>;
