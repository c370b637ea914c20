/** Who works at the desk: what the sign-in and the top bar are shown, and what they send. Times are Unix milliseconds. */
import { z } from 'zod';
import { FAULT_CODES } from '../core/codes.ts';
import { ROLES } from '../core/site/entities.ts';
import { RIGHTS } from '../core/site/rights.ts';

const id = z.string().min(1).max(64);
const pin = z.string().min(1).max(32);
const right = z.enum(RIGHTS);

export const sessionViewSchema = z.object({
  /** `open`: nobody of this place has a PIN or a password, so nobody signs in and everything is allowed. */
  state: z.enum(['open', 'signed_out', 'signed_in']),
  user: z.object({ userId: id, name: z.string(), role: z.enum(ROLES) }).optional(),
  /** What may be done now without asking anybody. */
  rights: z.array(right),
  /** When the user is signed out unless the desk is touched. */
  signsOutAtMs: z.number().optional(),
});

/** Somebody who can sign in here. */
export const accountViewSchema = z.object({
  userId: id,
  name: z.string(),
  role: z.enum(ROLES),
  means: z.array(z.enum(['pin', 'password'])),
  rights: z.array(right),
  /** No try is looked at before. */
  waitUntilMs: z.number().optional(),
});

export const signInAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.enum(FAULT_CODES), waitUntilMs: z.number().optional() }),
]);

export const sessionCalls = {
  listAccounts: { ask: z.undefined(), answer: z.array(accountViewSchema) },
  signInWithPin: { ask: z.object({ userId: id, pin }), answer: signInAnswerSchema },
  signInWithPassword: {
    ask: z.object({ email: z.string().min(1).max(200), password: z.string().min(1).max(200) }),
    answer: signInAnswerSchema,
  },
  /** Somebody with more rights answers for one act: the next call that needs this right is theirs. */
  vouch: { ask: z.object({ userId: id, pin, right }), answer: signInAnswerSchema },
  signOut: { ask: z.undefined(), answer: z.undefined() },
  /** Somebody is at the desk. */
  touchDesk: { ask: z.undefined(), answer: z.undefined() },
} as const;

export type SessionView = z.infer<typeof sessionViewSchema>;
export type AccountView = z.infer<typeof accountViewSchema>;
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;
