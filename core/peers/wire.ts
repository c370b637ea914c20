/**
 * What the gates of one place say to each other on their own network, version 1 (ARCHITECTURE "Gates among themselves").
 * Two calls: `GET` tells which device listens there, `POST` carries an ask. All but the envelopes is sealed.
 */
import { z } from 'zod';
import { hash, id } from '../event/data/pieces.ts';
import { eventSchema } from '../event/event.ts';

/** The version is part of the path: a gate that does not speak it answers 404. */
export const PEER_PATH = '/gatehouse/peers/1';
/** Entries of a journal in one answer. */
export const MOST_ENTRIES = 100;

const ms = z.number().int();
const seq = z.number().int().min(0);
const port = z.number().int().min(1).max(65_535);

export const helloSchema = z.object({ deviceId: id });

/** All that others on the network can read: which device asks which, and when by the clock of the one that is asked. */
export const askEnvelopeSchema = z.object({
  from: id,
  to: id,
  atMs: ms,
  /** 16 random bytes, base64url: never used twice, and the answer is sealed with it. */
  nonce: z.string().regex(/^[\w-]{22}$/),
  sealed: z.string().max(8192),
});
export const answerEnvelopeSchema = z.object({ sealed: z.string() });

/** `port`: where the asking gate listens itself. */
export const askSchema = z.discriminatedUnion('what', [
  /** `after`: the last entry that is known; null: none. */
  z.object({ what: z.literal('acts'), after: z.object({ seq, hash }).nullable(), port }),
  /** There is something to ask for. */
  z.object({ what: z.literal('news'), port }),
]);

/** Whatever else a newer gate writes into an event is kept: the hash covers it. */
const wholeEventSchema = z.looseObject(eventSchema.shape);
/** The place in the chain of an event that is nobody else's business. */
const linkSchema = z.object({ seq, prevHash: hash, hash });

export const tellingSchema = z.object({
  /** The clock of the gate that tells, central's clock minus it, and which start of its program this is. */
  nowMs: ms,
  offsetMs: ms.nullable(),
  bootId: id,
  /** Central has its journal up to here, without a gap. */
  deliveredTo: seq,
  /** What was asked after is not in this journal: the entries begin anew, with the latest. */
  isOther: z.boolean(),
  entries: z.array(z.union([wholeEventSchema, linkSchema])).max(MOST_ENTRIES),
  hasMore: z.boolean(),
});

export const answerSchema = z.discriminatedUnion('came', [
  z.object({ came: z.literal('acts'), telling: tellingSchema }),
  z.object({ came: z.literal('noted') }),
  /** The ask was of another time: ask again by this clock. */
  z.object({ came: z.literal('clock'), nowMs: ms }),
]);

export type AskEnvelope = z.infer<typeof askEnvelopeSchema>;
export type Ask = z.infer<typeof askSchema>;
export type Telling = z.infer<typeof tellingSchema>;
export type Entry = Telling['entries'][number];
export type Answer = z.infer<typeof answerSchema>;
