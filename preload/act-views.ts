/** What staff do about a person: the calls of the desk, and what it is shown for them. Times are Unix milliseconds. */
import { z } from 'zod';
import { CODE_NAMES } from '../core/codes.ts';
import { factsSchema } from './views.ts';

const id = z.string().min(1).max(64);
const code = z.enum(CODE_NAMES);
const ms = z.number();
const yesNo = z.enum(['yes', 'no']);
export const UNDOABLE = ['checked_in', 'checked_out', 'break_started', 'break_ended'] as const;
const undoable = z.object({ eventId: id, workerId: id, what: z.enum(UNDOABLE), untilMs: ms });

/** What came of an act. `held`: it waits on the desk for a look; `changed`: more is against the person than was answered for. */
export const actAnswerSchema = z.object({
  result: z.enum(['done', 'held', 'refused', 'changed']),
  code: code.optional(),
  facts: factsSchema.optional(),
  /** G6: until when it can be taken back. */
  undo: undoable.optional(),
});

/** A person who waits for a look, or for questions after going out. */
export const holdViewSchema = z.object({
  id,
  workerId: id,
  name: z.string().optional(),
  contractorName: z.string().optional(),
  /** The hash of the picture that the person is compared with. */
  photo: z.string().optional(),
  direction: z.enum(['in', 'out']),
  asks: z.array(code),
  facts: factsSchema,
  questions: z.array(z.object({ id, text: z.string(), wanted: yesNo })),
  sinceMs: ms,
  untilMs: ms,
});

export const PERSON_ACTS = ['grant', 'check_out', 'start_break', 'end_break', 'override', 'pass'] as const;
export type PersonAct = (typeof PERSON_ACTS)[number];

/** What can be done about one person now. `next`: the one that helps most; `scan`: have the badge scanned. */
export const personActsSchema = z.object({
  next: z.enum(['scan', ...PERSON_ACTS]),
  acts: z.array(z.object({ act: z.enum(PERSON_ACTS), allowed: z.boolean(), why: code.optional() })),
  undo: undoable.optional(),
  breakSinceMs: ms.optional(),
  /** G6: the refusal that an override would be against. */
  refusal: z.object({ refusalId: id, code, atMs: ms }).optional(),
  /** D3: the ways in, where there are several to choose from: the one used last first. */
  ways: z.array(z.object({ laneId: id, name: z.string(), allowed: z.boolean(), why: code.optional() })).optional(),
});

export const prospectSchema = z.object({
  /** Everything that a supervisor would answer for, each in the code's words. */
  reasons: z.array(z.object({ code, facts: factsSchema })),
  /** Why nobody may let this person in; absent: a supervisor may. */
  barredBy: code.optional(),
  untilMs: ms,
});

const aboutWorker = z.object({ workerId: id });

export const actCalls = {
  /** D3: lets a person in by a tap, as the location wants it; `laneId` absent: the first way in. */
  grantAccess: { ask: aboutWorker.extend({ laneId: id.optional() }), answer: actAnswerSchema },
  /** B5: now. `seen`: somebody saw the person leave; if not, the time on site is an estimate. */
  checkOut: { ask: aboutWorker.extend({ seen: z.boolean() }), answer: actAnswerSchema },
  /** C3. */
  setBreak: { ask: aboutWorker.extend({ onBreak: z.boolean() }), answer: actAnswerSchema },
  getPersonActs: { ask: aboutWorker, answer: personActsSchema.nullable() },
  getProspect: { ask: aboutWorker.extend({ refusalId: id }), answer: prospectSchema.nullable() },
  /** G6: `codes` are the reasons that the supervisor was shown. */
  overrideRefusal: {
    ask: aboutWorker.extend({
      refusalId: id,
      codes: z.array(code).max(20),
      reason: z.string().trim().min(1).max(200),
    }),
    answer: actAnswerSchema,
  },
  undoAct: { ask: aboutWorker.extend({ eventId: id }), answer: actAnswerSchema },
  getHolds: { ask: z.undefined(), answer: z.array(holdViewSchema) },
  confirmHold: { ask: z.object({ holdId: id, answers: z.record(id, yesNo) }), answer: actAnswerSchema },
  declineHold: { ask: z.object({ holdId: id }), answer: z.undefined() },
} as const;

export type ActAnswer = z.infer<typeof actAnswerSchema>;
export type HoldView = z.infer<typeof holdViewSchema>;
export type PersonActs = z.infer<typeof personActsSchema>;
export type ProspectView = z.infer<typeof prospectSchema>;
export type Undoable = z.infer<typeof undoable>;
