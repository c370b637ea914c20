/** What the desk asks of a list besides its page: an order, a choice, a file. */
import { z } from 'zod';
import { ATTENDANCE } from '../core/site/attendance.ts';

export const LISTS = ['feed', 'scheduled', 'granted', 'inside', 'working', 'refused'] as const;
export type ListName = (typeof LISTS)[number];

/** What each list can be sorted by, its own order first. */
export const LIST_SORTS = {
  feed: [],
  scheduled: ['time', 'name', 'company', 'order'],
  granted: ['since', 'name', 'company'],
  inside: ['since', 'name', 'company'],
  working: ['name', 'company', 'time'],
  refused: ['time'],
} as const satisfies Readonly<Record<ListName, readonly string[]>>;
export type SortColumn = (typeof LIST_SORTS)[ListName][number];

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
