import { z } from 'zod';
import { CODE_NAMES } from '../codes.ts';
import { facts } from '../event/data/pieces.ts';
import { READING_SOURCES } from '../reading.ts';
import { questionSchema } from '../site/policy.ts';
import type { Hold } from './hold.ts';

const id = z.string().min(1).max(64);
const code = z.enum(CODE_NAMES);
const credentialSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('signed'),
    badgeId: id,
    workerId: id,
    keyId: z.string(),
    displayName: z.string().exactOptional(),
    locationIds: z.array(id).readonly().exactOptional(),
    notBeforeMs: z.number().exactOptional(),
    expiresMs: z.number().exactOptional(),
  }),
  z.object({ kind: z.literal('opaque'), code: z.string() }),
  z.object({ kind: z.literal('tap'), workerId: id, badgeId: id.exactOptional() }),
]);

/** A hold with all that its end needs, as it lies on disk so that a restart of the program does not send anybody to the end of the queue. */
export const keptHoldSchema = z.object({
  id,
  workerId: id,
  direction: z.enum(['in', 'out']),
  asks: z.array(code),
  questions: z.array(questionSchema),
  sinceMs: z.number(),
  untilMs: z.number(),
  /** Where and with what the person stands. */
  reader: z.object({ source: z.enum(READING_SOURCES), scannerId: id, laneId: id }),
  credential: credentialSchema,
  facts: facts,
  badgeId: id.exactOptional(),
  firstName: z.string().exactOptional(),
  /** Nothing is on record of the wait so far: when it ends without an answer, that is. */
  isUnwritten: z.boolean(),
  /** The way out that questions are asked after. */
  leftEventId: id.exactOptional(),
});
export type KeptHold = z.infer<typeof keptHoldSchema>;

/** Only within its time; a clock that was set back since makes it nobody's guess how long the person has been standing there. */
export const isStillHeld = ({ sinceMs, untilMs }: Pick<Hold, 'sinceMs' | 'untilMs'>, nowMs: number): boolean =>
  sinceMs <= nowMs && nowMs < untilMs;
