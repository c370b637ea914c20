import { z } from 'zod';
import { id, name } from './pieces.ts';

/** A clock time of the place, 24 h. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** G7: when somebody who did not check out is checked out by rule. */
export const forgottenCheckoutSchema = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('never') }),
  /** At the first such clock time of the place's day after somebody has been inside for at least `minimumHours`: night shifts stay whole. */
  z.object({ rule: z.literal('at'), time: clockTime, minimumHours: z.number().min(0).max(48).default(6) }),
  z.object({ rule: z.literal('after'), hours: z.number().min(1).max(168) }),
]);

/** Confirmed by a person before somebody comes in or goes out. */
export const questionSchema = z.object({
  id,
  text: z.string().min(1).max(200),
  at: z.enum(['in', 'out']),
  wanted: z.enum(['yes', 'no']),
});

/** Hours; absent: as for all lists; null: never. */
const listLimitsSchema = z.object({
  warnHours: z.number().min(0).nullable().optional(),
  askHours: z.number().min(0).nullable().optional(),
  refuseHours: z.number().min(0).nullable().optional(),
});

/** The location's rules. Every number has its unit in its name. */
export const policySchema = z.object({
  id,
  locationId: id,
  graceBeforeMinutes: z.number().int().min(0).default(30),
  graceAfterMinutes: z.number().int().min(0).default(30),
  /** C3: how long after the start of their work somebody who is not there is late, and then will not come any more. */
  lateMinutes: z.number().int().min(0).default(15),
  noShowMinutes: z.number().int().min(0).default(240),
  /** D6: how long a first scan is good for. */
  grantHours: z.number().min(1).default(24),
  /** D3: whether staff may grant by one tap after the first scan. */
  laterGrants: z.enum(['scan', 'tap']).default('scan'),
  antiPassback: z.enum(['off', 'warn', 'refuse']).default('refuse'),
  /** What the rule above does with an entry at another gate of the place that this gate only heard of. `soft`: it warns. */
  antiPassbackBetweenGates: z.enum(['soft', 'same']).default('soft'),
  /** G2: what becomes of an act whose door was opened and closed too soon for anybody to pass: it is noted, or it does not count. */
  whenNobodyPassed: z.enum(['note', 'undo']).default('note'),
  /** Most people inside at once; null is no limit. */
  capacity: z.number().int().min(1).nullable().default(null),
  /** A signed badge whose person is not in the cache yet (DESIGN 6). */
  signedWithoutRecord: z.enum(['admit', 'ask', 'refuse']).default('ask'),
  /** G5: the same code at the same lane within this time is one act. */
  repeatGuardSeconds: z.number().min(0).default(5),
  /** G3: age of the data from which the screen warns, a person must look, nobody new is admitted; null is never. */
  staleWarnHours: z.number().min(0).nullable().default(4),
  staleAskHours: z.number().min(0).nullable().default(72),
  staleRefuseHours: z.number().min(0).nullable().default(null),
  /** The same for one list alone, where it differs: badges with their revocations, people, orders, the place's own rules. */
  staleByList: z.partialRecord(z.enum(['badges', 'people', 'orders', 'rules']), listLimitsSchema).optional(),
  /** Whether staff compare the photo with the person before the door moves. */
  photoCheck: z.enum(['never', 'first_scan', 'always']).default('never'),
  questions: z.array(questionSchema).max(10).default([]),
  /** G6: how long an override lets a person come and go. */
  overrideMinutes: z.number().int().min(1).default(120),
  /** G6: how long an act can be undone. */
  undoSeconds: z.number().int().min(0).default(120),
  forgottenCheckout: forgottenCheckoutSchema.default({ rule: 'after', hours: 18 }),
  /** What is asked of somebody who gets a temporary pass. */
  passFields: z
    .array(z.object({ id, label: name, required: z.boolean() }))
    .max(20)
    .default([
      { id: 'company', label: 'Company', required: false },
      { id: 'host', label: 'Visiting', required: true },
      { id: 'plate', label: 'Vehicle plate', required: false },
    ]),
  passHours: z.number().min(1).max(168).default(12),
  /** A desk that nobody has touched for so long signs its user out; null is never. */
  signOutAfterMinutes: z.number().min(1).nullable().default(15),
  /** C4: how worked time is rounded. */
  rounding: z
    .object({ stepMinutes: z.number().int().min(1).max(60), towards: z.enum(['nearest', 'less', 'more']) })
    .default({ stepMinutes: 1, towards: 'nearest' }),
  /** C4: a break that is taken off a day's hours when nobody recorded one; null is none. */
  automaticBreak: z
    .object({ afterHours: z.number().min(0), minutes: z.number().int().min(0) })
    .nullable()
    .default(null),
  /** G8: a paper list for roll call every so often; null is none. */
  musterPaperMinutes: z.number().int().min(5).nullable().default(null),
});

export type Policy = z.infer<typeof policySchema>;
export type Question = z.infer<typeof questionSchema>;
export type ForgottenCheckout = z.infer<typeof forgottenCheckoutSchema>;
