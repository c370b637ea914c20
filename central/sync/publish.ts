import { isDeepStrictEqual } from 'node:util';
import { ENTITY_SCHEMAS, type EntityName, type EntityOf } from '../../core/site/entities.ts';
import type { Rows, StoredRecord } from '../store/store.ts';
import { referencesOf } from './references.ts';
import { leavesSightAlone, locationsSeeing, movedBy, namedBy, readPeopleAhead } from './scope.ts';

/** Writes a record and tells every location that sees it, or no longer does. Writing what is there already tells nobody. */
export const publish = <N extends EntityName>(rows: Rows, entity: N, data: EntityOf<N>, atMs: number): Promise<void> =>
  publishAll(rows, entity, [data], atMs);

/** The same for many: all are written before anybody is told, and what they move is told once. */
export async function publishAll<N extends EntityName>(
  rows: Rows,
  entity: N,
  all: readonly EntityOf<N>[],
  atMs: number,
): Promise<void> {
  const ids = all.map(({ id }) => id);
  await rows.records.readAhead(entity, ids);
  const changes: { readonly record: StoredRecord; readonly before: StoredRecord | undefined }[] = [];
  const moving: typeof changes = [];
  for (const given of all) {
    const before = await rows.records.get(entity, given.id);
    if (before && isDeepStrictEqual(before.data, given)) continue;
    const data = ENTITY_SCHEMAS[entity].parse(given) as EntityOf<N>;
    const record: StoredRecord = { entity, id: data.id, data };
    if (before && isDeepStrictEqual(before.data, data)) continue;
    changes.push({ record, before });
    if (!(await leavesSightAlone(rows, record, before))) moving.push({ record, before });
  }
  const peopleAhead = async (): Promise<void> => {
    if (entity !== 'presence' || moving.length === 0) return;
    await readPeopleAhead(
      rows,
      moving.map(({ record }) => String(record.data['workerId'])),
    );
  };
  await peopleAhead();
  const movedBefore: StoredRecord[] = [];
  for (const { before } of moving) if (before) movedBefore.push(...(await movedBy(rows, before)));
  for (const { record, before } of changes) {
    const references = referencesOf(entity, record.data);
    const same = before && isDeepStrictEqual(references, referencesOf(entity, before.data));
    await rows.records.put(record, same ? undefined : references);
  }
  // Who is where has changed with what was written.
  await peopleAhead();
  await rows.feed.readAhead(entity, ids);
  for (const { record } of changes) await tell(rows, record, true, atMs);
  const moved = new Map(movedBefore.map((one) => [`${one.entity} ${one.id}`, one]));
  for (const { record } of moving) {
    for (const one of await movedBy(rows, record)) moved.set(`${one.entity} ${one.id}`, one);
  }
  for (const one of moved.values()) await tell(rows, one, false, atMs);
}

/**
 * The same for records that were never there before, that move no other record into sight and that their own location alone sees:
 * a day's worth of acts arrives at once when a gate comes back.
 */
export async function publishNew(
  rows: Rows,
  entity: 'activity',
  all: readonly EntityOf<'activity'>[],
  atMs: number,
): Promise<void> {
  const shown = new Set<string>();
  for (const data of all) {
    const record: StoredRecord = { entity, id: data.id, data };
    await rows.records.put(record, undefined);
    await rows.feed.tell(data.locationId, entity, data.id, 'put', atMs);
    for (const named of namedBy(record)) {
      const key = `${data.locationId} ${named.id}`;
      if (!shown.has(key)) await show(rows, data.locationId, named.entity, named.id, atMs);
      shown.add(key);
    }
  }
}

/** Removes a record everywhere; a record that isn't there is removed already. */
export async function unpublish(rows: Rows, entity: EntityName, id: string, atMs: number): Promise<void> {
  const before = await rows.records.get(entity, id);
  if (!before) return;
  const moved = await movedBy(rows, before);
  await rows.records.remove(entity, id);
  for (const locationId of await rows.feed.holders(entity, id))
    await rows.feed.tell(locationId, entity, id, 'delete', atMs);
  for (const one of moved) if (one.entity !== entity || one.id !== id) await tell(rows, one, false, atMs);
}

/** The same for many records that move no other, told of by their ids alone. */
export async function unpublishOwn(
  rows: Rows,
  entity: 'activity',
  ids: readonly string[],
  atMs: number,
): Promise<void> {
  await rows.feed.readAhead(entity, ids);
  for (const id of ids) {
    for (const locationId of await rows.feed.holders(entity, id))
      await rows.feed.tell(locationId, entity, id, 'delete', atMs);
    await rows.records.remove(entity, id);
  }
}

/** Brings the feed of every location in line with what it should see of this record. */
async function tell(rows: Rows, record: StoredRecord, changed: boolean, atMs: number): Promise<void> {
  const { entity, id } = record;
  const seeing = await locationsSeeing(rows, record);
  const holding = new Set(await rows.feed.holders(entity, id));
  for (const locationId of seeing) {
    if (!holding.has(locationId) || changed) await rows.feed.tell(locationId, entity, id, 'put', atMs);
    for (const named of namedBy(record)) await show(rows, locationId, named.entity, named.id, atMs);
  }
  for (const locationId of holding) {
    if (!seeing.has(locationId)) await rows.feed.tell(locationId, entity, id, 'delete', atMs);
  }
}

async function show(rows: Rows, locationId: string, entity: EntityName, id: string, atMs: number): Promise<void> {
  if (!(await rows.records.get(entity, id))) return;
  if ((await rows.feed.holders(entity, id)).includes(locationId)) return;
  await rows.feed.tell(locationId, entity, id, 'put', atMs);
}
