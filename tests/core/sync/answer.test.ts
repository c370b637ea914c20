import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { judge, type Failure } from '../../../core/sync/answer.ts';
import { BACKOFF_MAX_MS, BACKOFF_MIN_MS, backoffMs } from '../../../core/sync/backoff.ts';

const html = (status: number): Failure => ({ kind: 'status', status, ours: false });
const problem = (status: number, code?: string): Failure => ({
  kind: 'status',
  status,
  ours: true,
  ...(code === undefined ? {} : { code }),
});

describe('what an answer other than the one asked for means', () => {
  test.each<[string, Failure, string, string, string]>([
    ['nobody listens', { kind: 'refused' }, 'central', 'refused', 'central_unreachable'],
    ['a certificate that is not trusted', { kind: 'untrusted' }, 'central', 'refused', 'central_not_ours'],
    ['no room to keep the answer', { kind: 'not_kept' }, 'lost', 'reached', 'disk_full'],
    ['a network that wants a sign-in', html(511), 'central', 'missed', 'central_not_ours'],
    ['no answer in time', { kind: 'silent' }, 'lost', 'missed', 'central_unreachable'],
    ['408', problem(408), 'lost', 'missed', 'central_unreachable'],
    ['a page of a hotel network', html(200), 'central', 'missed', 'central_not_ours'],
    ['a redirect', html(302), 'central', 'missed', 'central_not_ours'],
    ['a page that was not found', html(404), 'central', 'missed', 'central_not_ours'],
    ['the revocation', problem(401, 'device_revoked'), 'device_revoked', 'reached', 'device_revoked'],
    ['a page that says 401', html(401), 'central', 'missed', 'central_not_ours'],
    ['a token that central does not know', problem(401, 'token_unknown'), 'central', 'reached', 'gate_unknown'],
    ['a token to be renewed', problem(401, 'token_ended'), 'central', 'reached', 'central_error'],
    ['403', problem(403), 'central', 'reached', 'gate_not_allowed'],
    ['403 of a proxy', html(403), 'central', 'missed', 'central_not_ours'],
    ['426', problem(426), 'central', 'reached', 'version_too_old'],
    ['410', problem(410, 'cursor_expired'), 'cursor_expired', 'reached', 'central_error'],
    ['413 of a proxy', html(413), 'too_large', 'reached', 'central_error'],
    ['429', problem(429), 'told_to_wait', 'reached', 'central_error'],
    ['503 with a time', { ...problem(503), retryAfterMs: 5 } as Failure, 'told_to_wait', 'reached', 'central_error'],
    ['503 without one', problem(503), 'cargo', 'missed', 'central_unreachable'],
    ['502 of a proxy', html(502), 'cargo', 'missed', 'central_unreachable'],
    ['500', problem(500), 'cargo', 'reached', 'central_error'],
    ['422', problem(422), 'cargo', 'reached', 'central_error'],
  ])('%s', (_name, failure, blame, line, code) => {
    expect(judge(failure)).toEqual({ blame, line, code });
  });
});

describe('the pause between two tries', () => {
  test.each([
    [1, 500, 1000],
    [2, 500, 2000],
    [5, 500, 16_000],
    [7, 500, 60_000],
    [5000, 500, 60_000],
  ])('after %i failures is drawn from %i to %i ms', (failures, fromMs, toMs) => {
    expect(backoffMs(failures, 0)).toBe(fromMs);
    expect(backoffMs(failures, 1)).toBe(toMs);
  });

  test('stays within its limits', () => {
    const within = fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, random) => {
        const pauseMs = backoffMs(failures, random);
        return pauseMs >= BACKOFF_MIN_MS && pauseMs <= BACKOFF_MAX_MS;
      },
    );
    expect(fc.check(within).counterexample).toBeNull();
  });
});
