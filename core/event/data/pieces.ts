/** Pieces that the data of several kinds of event share. */
import { z } from 'zod';
import { CODE_NAMES } from '../../codes.ts';
import { READING_SOURCES } from '../../reading.ts';

export const id = z.string().min(1).max(64);
export const time = z.iso.datetime({ precision: 3 });
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const code = z.enum(CODE_NAMES);
/** What a decision stood on, as far as its words speak of it; why somebody is blocked stays out of the record. Times: Unix ms. */
export const facts = z.object({
  startsAtMs: z.number().int().optional(),
  endsAtMs: z.number().int().optional(),
  sinceMs: z.number().int().optional(),
  clientName: z.string().optional(),
  locationName: z.string().optional(),
  gateName: z.string().optional(),
  workOrderNumber: z.string().optional(),
  eventName: z.string().optional(),
  count: z.number().int().optional(),
});
export const reader = { laneId: id.optional(), scannerId: id.optional(), source: z.enum(READING_SOURCES).optional() };

/** What staff said after looking at a person, before the door moved: the wishes for a look, and the location's questions as asked. */
export const confirmed = z.object({
  codes: z.array(code),
  answers: z.array(z.object({ questionId: id, text: z.string().max(200), answer: z.enum(['yes', 'no']) })).max(10),
  /** Who looked, when somebody had signed in. */
  userId: id.optional(),
});
