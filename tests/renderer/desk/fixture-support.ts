import type { ReachCheck } from '../../../preload/support-views.ts';

const CHECKS: readonly ReachCheck[] = [
  { step: 'name', result: 'good', detail: '192.0.2.20', tookMs: 12 },
  { step: 'line', result: 'good', detail: 'central.example:443', tookMs: 31 },
  { step: 'certificate', result: 'bad', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT; issued by Somebody Between', tookMs: 40 },
  { step: 'answer', result: 'bad', detail: 'net::ERR_CERT_AUTHORITY_INVALID', tookMs: 22 },
  { step: 'clock', result: 'good', detail: '1 s', tookMs: 0 },
];

export const supportAnswers = {
  tryReach: () => [...CHECKS],
  savePersonRecord: () => ({ came: 'saved' as const }),
  saveSupportFile: () => ({ came: 'saved' as const }),
};
