/** Bulk checkout: who is inside over all of the user's places, and what becomes of checking them out. Times are Unix milliseconds. */
import { z } from 'zod';
import { LEFT_SIGNS } from '../core/checkout/signs.ts';
import { FAULT_CODES } from '../core/codes.ts';

const id = z.string().min(1).max(64);
const ms = z.number();
const count = z.number().int().min(0);

const filters = z.object({
  /** The beginnings of words of name, company or work order; empty is all. */
  query: z.string().max(100),
  contractorId: id.optional(),
  clientId: id.optional(),
  locationId: id.optional(),
});
const leaver = z.object({ workerId: id, locationId: id });

export const leaverRowSchema = leaver.extend({
  name: z.string(),
  contractorName: z.string().optional(),
  /** Named where the user looks after several places. */
  locationName: z.string().optional(),
  sinceMs: ms,
  shiftEndsAtMs: ms.optional(),
  /** Whether they have probably left; the list begins with the likeliest. */
  sign: z.enum(LEFT_SIGNS),
});

export const checkOutBatchSchema = z.object({
  batchId: id,
  state: z.enum(['running', 'stopping', 'done', 'undoing', 'undone']),
  /** How many were to be checked out. */
  asked: count,
  checkedOut: count,
  alreadyOut: count,
  /** At a place that is not the user's. */
  notAllowed: count,
  /** Taken back again. */
  undone: count,
  /** Storage took no more: the rest is as it was. */
  fault: z.enum(FAULT_CODES).optional(),
  /** Until when it can be taken back. */
  undoUntilMs: ms.optional(),
});

export const checkoutCalls = {
  /** Likeliest to have left first. `all`: how many there are without any filter. */
  listForCheckout: {
    ask: filters.extend({ offset: count, limit: z.number().int().min(1).max(500) }),
    answer: z.object({
      rows: z.array(leaverRowSchema),
      total: count,
      all: count,
      asOfMs: ms,
      locations: z.array(z.object({ id, name: z.string() })),
    }),
  },
  /**
   * Checks out some, or all that match. `asOfMs`: of when the list was that they were chosen from; whoever came in since stays in. There is
   * no time to give: each is checked out at the moment of it (B5).
   */
  checkOutMany: {
    ask: z.object({
      who: z.union([
        z.object({ people: z.array(leaver).min(1).max(10_000) }),
        z.object({ all: filters, except: z.array(leaver).max(10_000), asOfMs: ms }),
      ]),
      reason: z.string().trim().min(1).max(200),
    }),
    answer: z.object({ result: z.enum(['started', 'busy', 'nobody']), batchId: id.optional() }),
  },
  /** The latest batch of this start; null: there was none. */
  getCheckOutBatch: { ask: z.undefined(), answer: checkOutBatchSchema.nullable() },
  /** Who is out already stays out; the rest stays in. */
  stopCheckOut: { ask: z.object({ batchId: id }), answer: z.undefined() },
  /** G6: takes all of a batch back, as long as each person's checkout is their latest act. */
  undoCheckOut: { ask: z.object({ batchId: id }), answer: z.object({ result: z.enum(['started', 'late']) }) },
} as const;

export type LeaverRow = z.infer<typeof leaverRowSchema>;
export type CheckOutBatchView = z.infer<typeof checkOutBatchSchema>;
export type LeaverFilters = z.infer<typeof filters>;
export type LeaversAsk = z.infer<(typeof checkoutCalls.listForCheckout)['ask']>;
export type LeaversPage = z.infer<(typeof checkoutCalls.listForCheckout)['answer']>;
export type CheckOutManyAsk = z.infer<(typeof checkoutCalls.checkOutMany)['ask']>;
