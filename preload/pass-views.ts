/** Temporary passes at the desk. Times are Unix milliseconds. */
import { z } from 'zod';
import { FAULT_CODES } from '../core/codes.ts';
import { PASS_ENDS, PASS_SIZES } from '../core/event/data/pass.ts';

const id = z.string().min(1).max(64);
const ms = z.number();
const fault = z.enum(FAULT_CODES);
const name = z.string().trim().min(1).max(100);

export const passViewSchema = z.object({
  passId: id,
  workerId: id,
  name: z.string(),
  /** What the QR says. */
  text: z.string(),
  fields: z.array(z.object({ label: z.string(), value: z.string() })),
  validFromMs: ms,
  validUntilMs: ms,
  state: z.enum(['good', 'over', 'ended']),
  isInside: z.boolean(),
  printedAtMs: ms.optional(),
  /** Another gate of the place made it: what was asked for is known there, and it can be ended here as well. */
  isFromElsewhere: z.boolean().optional(),
});

export const passCalls = {
  getPassForm: {
    ask: z.undefined(),
    answer: z.object({
      fields: z.array(z.object({ id, label: z.string(), required: z.boolean() })),
      hours: z.number(),
    }),
  },
  /** `incomplete`: something is missing that the location asks for. `workerId`: for somebody who is known. */
  issuePass: {
    ask: z.object({
      person: z.union([z.object({ firstName: name, lastName: name }), z.object({ workerId: id })]),
      values: z.array(z.object({ id, value: z.string().max(200) })).max(20),
    }),
    answer: z.union([z.object({ pass: passViewSchema }), z.object({ fault: z.enum([...FAULT_CODES, 'incomplete']) })]),
  },
  /** Those of the place, whichever gate issued them: newest first, at most 100. */
  getPasses: { ask: z.undefined(), answer: z.array(passViewSchema) },
  endPass: {
    ask: z.object({ passId: id, why: z.enum(PASS_ENDS) }),
    answer: z.object({ fault: fault.nullable() }),
  },
  /** Prints what the window shows of the pass. `printed_before`: it was, and `again` does not say that this is meant. */
  printPass: {
    ask: z.object({ passId: id, size: z.enum(PASS_SIZES), again: z.boolean() }),
    answer: z.object({ fault: z.enum([...FAULT_CODES, 'printed_before']).nullable() }),
  },
} as const;

export type PassView = z.infer<typeof passViewSchema>;
export type PassForm = z.infer<(typeof passCalls)['getPassForm']['answer']>;
export type IssueAsk = z.infer<(typeof passCalls)['issuePass']['ask']>;
export type IssueAnswer = z.infer<(typeof passCalls)['issuePass']['answer']>;
export type PrintAsk = z.infer<(typeof passCalls)['printPass']['ask']>;
export type PrintFault = z.infer<(typeof passCalls)['printPass']['answer']>['fault'];
export type PassSize = PrintAsk['size'];
