/** The central API, version 1 (PROTOCOL): one schema per message. Central serves its OpenAPI document from these. */
import { z } from 'zod';
import { eventSchema } from '../event/event.ts';
import { peerKeySchema } from '../site/pieces.ts';

const id = z.string().min(1).max(64);
const time = z.iso.datetime({ precision: 3 });
/** What a gate says with each call in this header; a central that no longer takes it answers 426 `version_too_old`. Unsaid: 1. */
export const PROTOCOL_HEADER = 'gatehouse-protocol';
export const PROTOCOL_VERSION = 1;
export const MAX_EVENTS_PER_PUSH = 500;
export const MAX_CHANGES_PER_PULL = 5000;

export const enrolRequestSchema = z.object({
  enrolmentCode: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  platform: z.string().max(100),
  appVersion: z.string().max(50),
});
export const enrolAnswerSchema = z.object({
  deviceId: id,
  deviceToken: z.string().min(16).max(500),
  gateId: id,
  locationId: id,
  serverTime: time,
});
export const rotateAnswerSchema = enrolAnswerSchema.pick({ deviceToken: true, serverTime: true });

export const peerKeyRequestSchema = z.object({ publicKey: peerKeySchema });
export const peerKeyAnswerSchema = z.object({ serverTime: time });

export const changesQuerySchema = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_CHANGES_PER_PULL).default(1000),
});
export const changeSchema = z.object({
  entity: z.string().min(1).max(40),
  id,
  rev: z.number().int().min(0),
  op: z.enum(['put', 'delete']),
  data: z.record(z.string(), z.unknown()).optional(),
});
export const changesAnswerSchema = z.object({
  changes: z.array(changeSchema).max(MAX_CHANGES_PER_PULL),
  cursor: z.string().max(500),
  hasMore: z.boolean(),
  /**
   * On the last page: the highest number of this device's events that central has, those that it rejected included. A gate that had more
   * acknowledged knows by it that central was put back to an older state, and sends the rest again. Absent: this central does not say.
   */
  eventsTo: z.number().int().min(0).optional(),
  serverTime: time,
});

/** The last of this device's events before those of a push that central has answered for. */
const after = z.number().int().min(1).optional();
/** Events are checked one by one, so that a malformed one is rejected alone: here they are only counted. */
export const eventsRequestSchema = z.object({ events: z.array(z.unknown()).min(1).max(MAX_EVENTS_PER_PUSH), after });
export const eventsRequestDocSchema = z.object({ events: z.array(eventSchema).min(1).max(MAX_EVENTS_PER_PUSH), after });
export const eventResultSchema = z.object({
  id: z.string(),
  status: z.enum(['accepted', 'duplicate', 'flagged', 'rejected']),
  code: z.string().max(60).optional(),
  detail: z.string().max(500).optional(),
});
/**
 * `knowsTo`: this central lacks the event `after`, for it was put back to an older state, and has them up to this one. Nothing of the batch was
 * taken, there are no results: what is missing comes first.
 */
export const eventsAnswerSchema = z.object({
  results: z.array(eventResultSchema),
  knowsTo: z.number().int().min(0).optional(),
  serverTime: time,
});

export const badgeRequestSchema = z.object({ workerId: id, validFrom: time.optional(), validUntil: time.optional() });
export const badgeAnswerSchema = z.object({ badgeId: id, text: z.string(), serverTime: time });

/** RFC 9457. */
export const problemSchema = z.object({
  type: z.string().optional(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.string(),
  serverTime: time.optional(),
});

export type EnrolRequest = z.infer<typeof enrolRequestSchema>;
export type EnrolAnswer = z.infer<typeof enrolAnswerSchema>;
export type RotateAnswer = z.infer<typeof rotateAnswerSchema>;
export type PeerKeyAnswer = z.infer<typeof peerKeyAnswerSchema>;
export type Change = z.infer<typeof changeSchema>;
export type ChangesAnswer = z.infer<typeof changesAnswerSchema>;
export type EventResult = z.infer<typeof eventResultSchema>;
export type EventsAnswer = z.infer<typeof eventsAnswerSchema>;
export type Problem = z.infer<typeof problemSchema>;
