/**
 * Taking what gates have done (PROTOCOL "Up: events"). What happened is recorded even where central would have decided
 * otherwise; only what is malformed, someone else's, or contradicts what was taken before is set aside.
 */
import { GENESIS_HASH } from '../../core/event/chain.ts';
import { EVENT_DATA, type EventEnvelope } from '../../core/event/event.ts';
import type { Sha256Hex } from '../../core/ports.ts';
import type { EventResult } from '../../core/sync/wire.ts';
import type { Device, Moment, Rows } from '../store/store.ts';
import type { Mailing } from '../mail/mailing.ts';
import { takeMessage } from '../mail/message-mails.ts';
import { actorFault } from './actor.ts';
import { arrived, textOf, type Arrived } from './arrived.ts';
import { recordPass } from './passes.ts';
import { tellOf } from './news.ts';
import { owedOf } from './owed-batch.ts';
import { passageOf, recordAct } from './presence.ts';
import { secondThoughts } from './second-thoughts.ts';
import { correctedMs } from './corrected-time.ts';
import { understood } from './understood.ts';
import { recordWish, wishFault } from './wishes.ts';

export interface IntakeContext {
  readonly sha256: Sha256Hex;
  readonly nowMs: number;
  /** Absent: nobody is invited or told by mail. */
  readonly mailing?: Mailing;
  /** What follows from a backlog may be told later (`tellOwed`); absent: all is told at once. */
  readonly mayOwe?: boolean;
}

/** Takes the values in order, each on its own. To be run inside one transaction. */
export async function takeEvents(
  rows: Rows,
  device: Device,
  values: readonly unknown[],
  context: IntakeContext,
): Promise<EventResult[]> {
  const results: EventResult[] = [];
  const taken: EventEnvelope[] = [];
  const chain = await chainOf(rows, device.id);
  const all = values.map((value) => arrived(value, context.sha256));
  await readAhead(rows, all);
  for (const one of all) {
    const result = await take(rows, device, one, context, chain);
    if (result.status === 'rejected') await setAside(rows, device, one.value, result, context);
    else if (one.event && result.status !== 'duplicate') taken.push(one.event);
    results.push(result);
  }
  const owed = context.mayOwe ? owedOf(device, taken, values.length, context.nowMs) : undefined;
  if (owed) await rows.owed.add(owed);
  else await tellOf(rows, taken, device.locationId, context);
  return results;
}

/** Asks once for what the events of a batch would ask for one by one. */
async function readAhead(rows: Rows, all: readonly Arrived[]): Promise<void> {
  const first = new Map<string, Moment>();
  const coming: { eventId: string; gateId: string }[] = [];
  for (const { event } of all) {
    const passage = event && passageOf(event);
    if (!passage) continue;
    coming.push(passage);
    const before = first.get(passage.workerId);
    if (!before || before.atMs > passage.atMs || (before.atMs === passage.atMs && before.eventId > passage.eventId))
      first.set(passage.workerId, passage);
  }
  await rows.events.readAhead(all.flatMap(({ event }) => (event ? [event.id] : [])));
  await rows.events.readActsAhead([...first.values()], coming);
}

async function take(
  rows: Rows,
  device: Device,
  one: Arrived,
  context: IntakeContext,
  chain: Chain,
): Promise<EventResult> {
  if (!one.event) return rejected(readableId(one.value), 'malformed', one.why);
  const { event } = one;
  const known = await takenBefore(rows, one, chain);
  if (known) return known;

  if (event.deviceId !== device.id || event.gateId !== device.gateId || event.locationId !== device.locationId) {
    return rejected(event.id, 'not_yours', 'device, gate or location is not the one that this token stands for');
  }
  if (one.hash !== event.hash) {
    return rejected(event.id, 'hash_mismatch', 'the content does not have the hash that it names');
  }
  if (event.type in EVENT_DATA && !understood(event)) {
    return rejected(event.id, 'malformed', `the data do not fit ${event.type}`);
  }
  const fault = (await actorFault(rows, event)) ?? (await wishFault(rows, event));
  if (fault) return rejected(event.id, fault.code, fault.detail);

  // What a person has to look at goes before a gap, which closes by itself when the rest arrives.
  const doubt =
    afterRevocation(device, event) ?? (await secondThoughts(rows, event)) ?? (await linkDoubt(rows, event, chain));
  await rows.events.add({
    id: event.id,
    deviceId: event.deviceId,
    seq: event.seq,
    type: event.type,
    gateId: event.gateId,
    locationId: event.locationId,
    correctedAtMs: correctedMs(event),
    receivedAtMs: context.nowMs,
    status: doubt ? 'flagged' : 'accepted',
    code: doubt?.code ?? null,
    hash: event.hash,
    prevHash: event.prevHash,
    body: one.body,
  });
  if (event.seq > chain.headSeq) [chain.headSeq, chain.headHash] = [event.seq, event.hash];
  await recordAct(rows, event);
  await takeMessage(rows, event, context);
  await recordPass(rows, event, context);
  await recordWish(rows, event, context);
  return doubt ? { id: event.id, status: 'flagged', ...doubt } : { id: event.id, status: 'accepted' };
}

/** The last of a device's events that are here: an event after it has no other in its place, and none that follows. */
interface Chain {
  readonly deviceId: string;
  headSeq: number;
  headHash: string | undefined;
}

async function chainOf(rows: Rows, deviceId: string): Promise<Chain> {
  const head = await rows.events.lastOf(deviceId);
  return { deviceId, headSeq: head?.seq ?? 0, headHash: head?.hash };
}

/** What a device hands over from after it was revoked happened at a gate that was no gate any more. */
function afterRevocation({ revokedAtMs }: Device, event: EventEnvelope): Doubt | undefined {
  if (revokedAtMs === null || correctedMs(event) <= revokedAtMs) return undefined;
  return { code: 'device_revoked', detail: `the device was revoked at ${new Date(revokedAtMs).toISOString()}` };
}

/** An answer that was lost is met by the same event again; it hears once more what was thought of it. */
async function takenBefore(
  rows: Rows,
  { event, hash }: Extract<Arrived, { readonly event: EventEnvelope }>,
  chain: Chain,
): Promise<EventResult | undefined> {
  const same = await rows.events.byId(event.id);
  if (same) {
    const untouched = same.hash === event.hash && hash === same.hash;
    if (!untouched) return rejected(event.id, 'id_reused', 'another event with this id was taken before');
    return { id: event.id, status: 'duplicate', ...(same.code === null ? {} : { code: same.code }) };
  }
  if (event.deviceId === chain.deviceId && event.seq > chain.headSeq) return undefined;
  const sameSeq = await rows.events.bySeq(event.deviceId, event.seq);
  return sameSeq && rejected(event.id, 'seq_reused', `another event with seq ${event.seq} was taken before`);
}

/** Whether the event links to its neighbours in the device's chain, as far as they are here. */
async function linkDoubt(rows: Rows, event: EventEnvelope, chain: Chain): Promise<Doubt | undefined> {
  const gap = (detail: string): Doubt => ({ code: 'chain_gap', detail });
  const follows = event.seq === chain.headSeq + 1 && chain.headHash !== undefined;
  const previousHash = follows ? chain.headHash : await hashAt(rows, event.deviceId, event.seq - 1);
  if (previousHash === undefined) return gap(`seq ${event.seq - 1} has not arrived`);
  if (event.prevHash !== previousHash) return gap(`it does not link to seq ${event.seq - 1}`);
  if (event.seq > chain.headSeq) return undefined;
  const next = await rows.events.bySeq(event.deviceId, event.seq + 1);
  return next && next.prevHash !== event.hash ? gap(`seq ${event.seq + 1} does not link to it`) : undefined;
}

async function hashAt(rows: Rows, deviceId: string, seq: number): Promise<string | undefined> {
  if (seq === 0) return GENESIS_HASH;
  return (await rows.events.bySeq(deviceId, seq))?.hash ?? (await rows.events.quarantinedHash(deviceId, seq));
}

async function setAside(
  rows: Rows,
  device: Device,
  value: unknown,
  result: EventResult,
  context: IntakeContext,
): Promise<void> {
  const body = textOf(value);
  const { seq, hash } = placeOf(value);
  await rows.events.setAside({
    deviceId: device.id,
    contentHash: context.sha256(Buffer.from(body)),
    receivedAtMs: context.nowMs,
    eventId: result.id === '' ? null : result.id,
    seq,
    hash,
    result,
    body,
  });
}

export interface Doubt {
  readonly code: string;
  readonly detail: string;
}

const rejected = (id: string, code: string, detail: string): EventResult => ({
  id,
  status: 'rejected',
  code,
  detail: detail.slice(0, 500),
});

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[field] : undefined;

function readableId(value: unknown): string {
  const id = fieldOf(value, 'id');
  return typeof id === 'string' ? id.slice(0, 64) : '';
}

function placeOf(value: unknown): { seq: number | null; hash: string | null } {
  const [seq, hash] = [fieldOf(value, 'seq'), fieldOf(value, 'hash')];
  return {
    seq: typeof seq === 'number' && Number.isSafeInteger(seq) ? seq : null,
    hash: typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? hash : null,
  };
}
