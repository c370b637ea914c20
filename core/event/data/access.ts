/** Who may pass, and who went in or out. */
import { z } from 'zod';
import { code, confirmed, facts, hash, id, reader, time } from './pieces.ts';

/** `scan`: a badge; `manual`: staff, one person; `bulk`: staff, several at once; `auto`: the location's rule (G7). */
export const CHECK_MODES = ['scan', 'manual', 'bulk', 'auto'] as const;

export const accessData = {
  'access.granted': z.object({
    workerId: id,
    badgeId: id.optional(),
    clientId: id.optional(),
    workOrderIds: z.array(id),
    until: time,
    /** D3: the first grant needs a scan; absent: a scan. */
    means: z.enum(['scan', 'tap', 'override']).optional(),
    ...reader,
  }),
  'access.refused': z.object({
    code,
    workerId: id.optional(),
    badgeId: id.optional(),
    /** SHA-256 of the text as read: a repeated stranger can be seen without keeping what the code said. */
    textHash: hash.optional(),
    direction: z.enum(['in', 'out']).optional(),
    facts: facts.optional(),
    confirmed: confirmed.optional(),
    ...reader,
  }),
  'presence.checked_in': z.object({
    workerId: id,
    badgeId: id.optional(),
    mode: z.enum(CHECK_MODES),
    /** The override that let the person in (G6). */
    overrideId: id.optional(),
    reason: z.string().max(200).optional(),
    confirmed: confirmed.optional(),
    code,
    notes: z.array(code),
    workOrderIds: z.array(id),
    facts: facts.optional(),
    ...reader,
  }),
  'presence.checked_out': z.object({
    workerId: id,
    badgeId: id.optional(),
    mode: z.enum(CHECK_MODES),
    code,
    notes: z.array(code),
    /** Where the person was checked in, when that is not the place of this gate (B2). */
    atLocationId: id.optional(),
    /** One bulk checkout is one batch. */
    batchId: id.optional(),
    /** B7, G7: nobody saw the person leave, so the time on site is an estimate. */
    estimated: z.boolean().optional(),
    /** G7: when the rule takes the person to have left, which is not when it was written down. */
    assumedAt: time.optional(),
    /** In the words of whoever did it; never about a person's health or conduct. */
    reason: z.string().max(200).optional(),
    insideMs: z.number().int().min(0).optional(),
    ...reader,
  }),
} as const;
