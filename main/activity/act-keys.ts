import type { ActFilters } from '../../preload/activity-views.ts';
import { wordsOf } from '../cache/words.ts';
import { createGather } from '../lists/gather.ts';
import { createRun } from '../lists/run.ts';
import { hasWords, MATCHED, wordParams, type AskSearch } from '../lists/search.ts';
import { createWalk, foundAtOnce, type Walk } from '../lists/walk.ts';
import type { Sqlite } from '../sqlite.ts';
import type { Strand } from './merged.ts';

/** One act before it is filled in: by its number in the own journal, or by its id as central or another gate told it. */
export interface ActKey {
  readonly seq: number | null;
  readonly id: string | null;
  readonly atMs: number;
}

/** What people do; devices and doors have the live feed. The index of acts has these: a migration goes with a change. */
export const ACT_TYPES = [
  'presence.checked_in',
  'presence.checked_out',
  'access.refused',
  'presence.break_started',
  'presence.break_ended',
  'override.given',
  'act.undone',
] as const;
const TYPES_OF = {
  checked_in: ['presence.checked_in'],
  checked_out: ['presence.checked_out'],
  refused: ['access.refused'],
};

/** The acts that were asked for, by where they are known from. */
export interface ActStrands {
  /** Those of this gate: they stay as they are, newer ones come on top by `follow`. */
  readonly own: OwnActs;
  /** What central and the other gates told: asked for anew when they tell more. */
  readonly told: () => readonly Strand<ActKey>[];
}
export interface OwnActs {
  readonly strands: readonly Strand<ActKey>[];
  /** Takes in what was done since. False: that is so much that all are better looked for anew. */
  readonly follow: () => boolean;
}
/** C1: `scope`: the places that the user may see; `here`: this gate and its place. */
export type FindActs = (
  filters: ActFilters,
  scope: readonly string[],
  here: { readonly gateId: string; readonly locationId: string },
) => ActStrands;
const NO_OWN: OwnActs = { strands: [], follow: () => true };
/** By what people are called, or whom they work for: what central tells of them may change which acts are theirs. */
export const isOfPeople = ({ query, contractorId, clientId, workerId }: ActFilters): boolean =>
  wordsOf(query).length > 0 || [contractorId, clientId, workerId].some((id) => id !== undefined);

/** Of more people than this the acts are walked through: a few have few acts, whatever the journal holds. */
const FEW_PEOPLE = 100;
const MOST_NEWER = 2000;
/** As the index of acts has it, for it to be used. */
export const IS_ACT = `e.type in (${ACT_TYPES.map((type) => `'${type}'`).join(', ')})`;
const IN_TIME = 'e.at_ms >= @fromMs and e.at_ms < @untilMs';
/** As the index of acts has it: only in these very words it is read from there. */
const OF_BODY = (field: string): string => `iif(json_valid(e.body), e.body ->> '$.data.${field}', null)`;
const IN_TYPES = 'in (select value from json_each(@types))';
const IN_PLACES = 'in (select value from json_each(@places))';
type Params = Record<string, unknown>;
/** A1. Asked of each person whose act is met: nobody looks through all connections. */
const IS_OF_CLIENT = `exists (select 1 from cache.entity k where k.entity = 'connection' and k.worker_id = c.worker_id
  and k.data ->> '$.clientId' = @clientId)`;
/** The time that is asked for, as a walk takes it: newest first. */
const span = ({ fromMs, untilMs }: Params) => ({ after: [untilMs, 0], upTo: [fromMs, 0] });

export function createActKeys(db: Sqlite, search: AskSearch): FindActs {
  const run = createRun(db);
  const ownAt = db.prepare<[number], number>('select at_ms from event where seq = ?').pluck();
  const told = db.prepare<[number], { id: string; atMs: number }>(
    'select id, starts_ms as atMs from cache.entity where rowid = ?',
  );

  const lastSeq = db.prepare<[], number>('select coalesce(max(seq), 0) from event').pluck();
  const keyOf = (seq: number): ActKey => ({ seq, id: null, atMs: ownAt.get(seq) ?? 0 });
  const wantedOf = ({ mode }: ActFilters, conditions: string): string =>
    `e.type ${IN_TYPES} and coalesce(${OF_BODY('atLocationId')}, @hereId) ${IN_PLACES}
      ${mode === undefined ? '' : `and ${OF_BODY('mode')} = @mode`} and ${conditions}`;
  const joinsOf = (conditions: string, id: string): string =>
    conditions === '1' ? '' : `cross join cache.person c on c.worker_id = ${id}`;

  /** Of few people: from their own acts. Else through all acts in their order, without reading one of them. */
  const ownWalk = (people: readonly string[], wanted: string, joins: string, params: Params): Walk => {
    const common = { run, columns: ['e.at_ms', 'e.seq'], down: true, params, row: 'e.seq' };
    for (const sql of people) {
      const few = run<{ n: number }>(`${sql} limit ${FEW_PEOPLE + 1}`, params).map(({ n }) => n);
      if (few.length > FEW_PEOPLE) continue;
      const from = `json_each(@people) t cross join cache.person c on c.n = t.value
        cross join event e indexed by event_by_worker on e.worker_id = c.worker_id where ${IS_ACT} and ${IN_TIME} and ${wanted}`;
      return createGather({ ...common, people: few, from, atOnce: 1 });
    }
    return createWalk({
      ...common,
      source: 'event e indexed by event_act',
      where: IS_ACT,
      ...span(params),
      joins,
      wanted,
    });
  };
  const ownActs = (people: readonly string[], filters: ActFilters, conditions: string, all: Params): OwnActs => {
    const params = { ...all, untilSeq: lastSeq.get() ?? 0 };
    const [wanted, joins] = [wantedOf(filters, conditions), joinsOf(conditions, 'e.worker_id')];
    const older = ownWalk(people, `e.seq <= @untilSeq and ${wanted}`, joins, params);
    let seen = params.untilSeq;
    let newer: readonly number[] = [];
    return {
      strands: [
        {
          found: {
            ...foundAtOnce([]),
            get rows() {
              return newer;
            },
          },
          keyOf,
        },
        { found: older, keyOf },
      ],
      follow() {
        const last = lastSeq.get() ?? 0;
        if (last === seen) return true;
        const sql = `select e.seq as n from event e ${joins} where e.seq > @seen and +${IS_ACT} and ${IN_TIME} and ${wanted} order by e.at_ms desc, e.seq desc`;
        newer = [...run<{ n: number }>(sql, { ...params, seen }).map(({ n }) => n), ...newer].toSorted(
          (a, b) => keyOf(b).atMs - keyOf(a).atMs || b - a,
        );
        seen = last;
        return newer.length < MOST_NEWER;
      },
    };
  };
  /** What central told of the user's other places, and of this one's other gates. */
  const toldWalk = ({ mode, gateId }: ActFilters, conditions: string, params: Params): Walk =>
    createWalk({
      run,
      source: 'cache.entity h indexed by entity_by_start',
      where: `h.entity = 'activity' and h.starts_ms is not null`,
      ...span(params),
      columns: ['h.starts_ms', 'h.rowid'],
      down: true,
      params,
      row: 'h.rowid',
      joins: joinsOf(conditions, 'h.worker_id'),
      wanted: `h.data ->> '$.type' ${IN_TYPES} and h.data ->> '$.locationId' ${IN_PLACES}
        ${mode === undefined ? '' : `and h.data ->> '$.mode' = @mode`}
        ${gateId === undefined ? '' : 'and h.ref = @gateId'} and ${conditions}`,
    });
  /** What the place's other gates told themselves, as long as central has not told the same: never many. */
  const among = ({ mode, gateId }: ActFilters, conditions: string, params: Params): { id: string; atMs: number }[] =>
    run(
      `select h.id, h.at_ms as atMs from heard_act h
       ${joinsOf(conditions, 'h.worker_id')}
       where h.type ${IN_TYPES} and h.at_ms >= @fromMs and h.at_ms < @untilMs and @hereId ${IN_PLACES}
         ${mode === undefined ? '' : 'and h.mode = @mode'} ${gateId === undefined ? '' : 'and h.gate_id = @gateId'} and ${conditions}
         and not exists (select 1 from cache.entity t where t.entity = 'activity' and t.id = h.id)
       order by h.at_ms desc, h.id desc`,
      params,
    );

  return (filters, scope, here) => {
    const { query, status, mode, contractorId, clientId, workerId, locationId, gateId, fromMs = 0, untilMs } = filters;
    const asked = search(query);
    const words = wordsOf(query).map((word) => ` ${word}`);
    const conditions = [
      ...(words.length > 0 ? [hasWords(words, ['c.words'])] : []),
      ...(contractorId === undefined ? [] : ['c.contractor_id = @contractorId']),
      ...(clientId === undefined ? [] : [IS_OF_CLIENT]),
      ...(workerId === undefined ? [] : ['c.worker_id = @workerId']),
    ];
    const people = [
      ...(workerId === undefined ? [] : ['select n from cache.person where worker_id = @workerId']),
      ...(asked?.isFew ? [`select n from ${MATCHED}`] : []),
      ...(contractorId === undefined ? [] : ['select n from cache.person where contractor_id = @contractorId']),
    ];
    const params: Params = {
      types: JSON.stringify(status === undefined ? ACT_TYPES : TYPES_OF[status]),
      places: JSON.stringify(locationId === undefined ? scope : scope.filter((id) => id === locationId)),
      hereId: here.locationId,
      mode,
      contractorId,
      clientId,
      gateId,
      workerId,
      fromMs,
      untilMs: untilMs ?? Number.MAX_SAFE_INTEGER,
      match: asked?.match,
      ...wordParams(words),
    };
    const where = conditions.join(' and ') || '1';
    return {
      own: gateId === undefined || gateId === here.gateId ? ownActs(people, filters, where, params) : NO_OWN,
      told() {
        const gates = among(filters, where, params);
        return [
          {
            found: toldWalk(filters, where, params),
            keyOf: (row) => ({ seq: null, ...(told.get(row) ?? { id: null, atMs: 0 }) }),
          },
          {
            found: foundAtOnce(gates.map((_, at) => at)),
            keyOf: (at) => ({ seq: null, ...(gates[at] ?? { id: null, atMs: 0 }) }),
          },
        ];
      },
    };
  };
}
