import { isDeepStrictEqual } from 'node:util';
import { ENTITY_SCHEMAS, type EntityName, type EntityOf } from '../../core/site/entities.ts';
import type { Rows, StoredRecord } from '../store/store.ts';
import { referencesOf } from './references.ts';
import { leavesSightAlone, locationsSeeing, movedBy, namedBy } from './scope.ts';

/** Writes a record and tells every location that sees it, or no longer does. Writing what is there already tells nobody. */
export async function publish<N extends EntityName>(
  rows: Rows,
  entity: N,
  data: EntityOf<N>,
  atMs: number,
): Promise<void> {
  const parsed = ENTITY_SCHEMAS[entity].parse(data) as EntityOf<N>;
  const record: StoredRecord = { entity, id: parsed.id, data: parsed };
  const before = await rows.records.get(entity, record.id);
  if (before && isDeepStrictEqual(before.data, record.data)) return;
  const isAlone = leavesSightAlone(record, before);
  const movedBefore = before && !isAlone ? await movedBy(rows, before) : [];
  await rows.records.put(record, referencesOf(entity, record.data));
  await tell(rows, record, true, atMs);
  const movedAfter = isAlone ? [] : await movedBy(rows, record);
  const all = new Map([...movedBefore, ...movedAfter].map((moved) => [`${moved.entity} ${moved.id}`, moved]));
  for (const moved of all.values()) await tell(rows, moved, false, atMs);
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
    await rows.records.put(record, referencesOf(entity, data));
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
