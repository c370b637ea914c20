import { createHmac, timingSafeEqual } from 'node:crypto';

const EIGHT_HOURS_MS = 8 * 3_600_000;

/**
 * An operator's sign-in as a signed text: nothing is kept, so any of several centrals knows it, and a new admin token ends them all.
 * `form`: what the page's own forms bring along, which no other site knows.
 */
export interface OperatorSession {
  readonly text: string;
  readonly form: string;
}

const signed = (adminToken: string, text: string): string =>
  createHmac('sha256', adminToken).update(text).digest('base64url');
const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const sessionUntil = (adminToken: string, endsAtMs: number): OperatorSession => ({
  text: `${endsAtMs}.${signed(adminToken, `operator ${endsAtMs}`)}`,
  form: signed(adminToken, `form ${endsAtMs}`),
});

export const beginSession = (adminToken: string, nowMs: number): OperatorSession =>
  sessionUntil(adminToken, nowMs + EIGHT_HOURS_MS);

/** Undefined: made up, of another token, or over. */
export function readSession(adminToken: string, text: string | undefined, nowMs: number): OperatorSession | undefined {
  const endsAtMs = Number(text?.split('.')[0]);
  if (text === undefined || !Number.isSafeInteger(endsAtMs) || endsAtMs <= nowMs) return undefined;
  const session = sessionUntil(adminToken, endsAtMs);
  return same(text, session.text) ? session : undefined;
}

export const isOwnForm = (session: OperatorSession, form: string): boolean => same(form, session.form);
