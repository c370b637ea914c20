import { rm } from 'node:fs/promises';
import path from 'node:path';
import { eventSchema, type EventEnvelope } from '../../core/event/event.ts';
import { withoutWords } from '../../core/keeping/emptied.ts';
import type { Badge, EntityName } from '../../core/site/entities.ts';
import type { Timesheet } from '../../core/site/portal.ts';
import { isoOf, type Central } from '../central.ts';
import type { Rows, StoredEvent, StoredRecord } from '../store/store.ts';
import { publish, unpublish } from './publish.ts';

/** What central tells of a person beside the person: all of it goes. Acts stay, and timesheets without the name: ids and times. */
const ABOUT: readonly EntityName[] = ['connection', 'badge', 'assignment', 'rosterEntry', 'placement', 'presence'];

/** How much went. `inside`: nothing did, for a roll call would lack the name; staff check the person out first. */
export type Removed =
  { readonly records: number; readonly events: number; readonly files: number } | 'unknown' | 'inside';

/**
 * Takes a person out for good: records, at the gates with their next pull; names and what was typed, out of the events that stay; badge
 * pages, mails, and files that no other record names. Right after, nothing here has more of the person than the id.
 */
export async function removePerson(central: Central, workerId: string): Promise<Removed> {
  const gone = await central.store.write((rows) => removeRows(central, rows, workerId));
  if (typeof gone === 'string') return gone;
  let files = 0;
  for (const sha256 of gone.hashes) {
    if (await central.store.read((rows) => rows.people.isSpokenOf(sha256))) continue;
    await rm(path.join(central.blobDirectory, sha256.slice(0, 2), sha256), { force: true });
    files += 1;
  }
  return { records: gone.records, events: gone.events, files };
}

async function removeRows(central: Central, rows: Rows, workerId: string) {
  const worker = await rows.records.get('worker', workerId);
  if (!worker) return 'unknown';
  const nowMs = central.now();
  const about = [];
  for (const entity of ABOUT) about.push(...(await rows.records.referring(entity, 'workerId', workerId)));
  if (about.some(({ entity, data }) => entity === 'presence' && data['inside'] === true)) return 'inside';
  const documents = (await rows.records.referring('document', 'subject', workerId)).filter(isAboutWorker);
  const all = [...about, ...documents, worker];
  for (const record of all) await takeOut(rows, record, nowMs);
  for (const { data } of await rows.records.referring('timesheet', 'workerId', workerId)) {
    const { workerName: _, reason: __, ...hours } = data as Timesheet;
    await publish(rows, 'timesheet', hours, nowMs);
  }
  let events = 0;
  for (const event of await rows.people.wordyEvents(workerId)) {
    const emptied = isAbout(event, workerId) ? emptiedOf(event.body) : undefined;
    if (emptied === undefined) continue;
    await rows.people.emptyEvent(event.id, emptied);
    events += 1;
  }
  await rows.people.forget(workerId);
  const hashes = [worker.data['photo'], ...documents.map(({ data }) => data['sha256'])];
  return {
    records: all.length,
    events,
    hashes: new Set(hashes.filter((hash) => typeof hash === 'string')),
  };
}

/** A pass stays as one that was taken back, ids and times: the gate that made it would let it in by its own journal. */
async function takeOut(rows: Rows, { entity, id, data }: StoredRecord, nowMs: number): Promise<void> {
  const badge = entity === 'badge' ? (data as Badge) : undefined;
  if (!badge?.pass) return unpublish(rows, entity, id, nowMs);
  await publish(rows, 'badge', { ...badge, revokedAt: badge.revokedAt ?? isoOf(nowMs) }, nowMs);
}

const isAboutWorker = ({ data }: { readonly data: Readonly<Record<string, unknown>> }): boolean =>
  (data['subject'] as { readonly kind?: unknown } | undefined)?.kind === 'worker';

/** A message to many, or a roll call's list, is not about the one. */
function isAbout({ body }: StoredEvent, workerId: string): boolean {
  const { data } = JSON.parse(body) as EventEnvelope;
  if (data['workerId'] === workerId) return true;
  const document = data['document'] as { readonly subject?: { readonly id?: unknown } } | undefined;
  return document?.subject?.id === workerId;
}

/** As it came, but for the words; undefined: it has none. */
function emptiedOf(body: string): string | undefined {
  const event = eventSchema.parse(JSON.parse(body));
  const rest = withoutWords(event);
  return rest && JSON.stringify({ ...rest, hash: event.hash });
}
