import type { ProblemCode } from './problems.ts';

/** What the schemas of the routes cannot say of a gate's calls: which problems they are answered, and what is sent, by example. */
export interface CallDocs {
  readonly problems: readonly ProblemCode[];
  readonly sent?: object;
}

const DEVICE = ['token_missing', 'token_unknown', 'token_ended', 'device_revoked'] as const;
const WORKER_ID = '0195d2a0-0000-4000-8000-000000000001';
const EVENT = {
  id: '0195d2a0-0000-7000-8000-000000000001',
  deviceId: '0195d2a0-0000-4000-8000-000000000002',
  seq: 1,
  type: 'device.stopped',
  occurredAt: '2026-03-10T06:00:00.000Z',
  bootId: 'boot-1',
  monotonicMs: 1200,
  clockOffsetMs: 0,
  gateId: '0195d2a0-0000-4000-8000-000000000003',
  locationId: '0195d2a0-0000-4000-8000-000000000004',
  actor: { kind: 'system' },
  data: { reason: 'closed' },
  prevHash: '0'.repeat(64),
  hash: 'f'.repeat(64),
};

/** By method and path, in PROTOCOL's order. */
export const CALLS: Readonly<Record<string, CallDocs>> = {
  'post /v1/devices/enrol': {
    problems: ['malformed', 'code_unknown', 'code_used', 'code_expired', 'slow_down'],
    sent: { enrolmentCode: 'ABCD-EFGH-JKLM', name: 'Main gate PC', platform: 'linux', appVersion: '0.1.0' },
  },
  'post /v1/devices/rotate': { problems: ['token_missing', 'token_unknown', 'device_revoked'] },
  'put /v1/devices/peer-key': {
    problems: ['malformed', ...DEVICE],
    sent: { publicKey: 'hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo' },
  },
  'get /v1/sync/changes': { problems: ['malformed', ...DEVICE, 'cursor_expired'] },
  'get /v1/sync/stream': { problems: DEVICE },
  'post /v1/sync/events': {
    problems: ['malformed', ...DEVICE, 'too_large', 'media_type'],
    sent: { events: [EVENT] },
  },
  'put /v1/blobs/{sha256}': { problems: ['malformed', ...DEVICE, 'too_large', 'offset_mismatch', 'hash_mismatch'] },
  'get /v1/blobs/{sha256}': { problems: ['malformed', ...DEVICE, 'not_found', 'range_unsatisfiable'] },
  'post /v1/badges': {
    problems: ['malformed', ...DEVICE, 'worker_unknown'],
    sent: { workerId: WORKER_ID, validUntil: '2026-03-11T06:00:00.000Z' },
  },
};
