import type { Badge, Contractor, Worker } from '../../core/site/entities.ts';
import type { Sqlite } from '../sqlite.ts';
import { createDirectorySchema } from './directory-schema.ts';
import { entryIdOf, rosterWorkId, workOf, type Work } from './directory-work.ts';
import { joined, plain, withoutZeros, wordsOf, wordsOfCode } from './words.ts';

/** The entities that the directory is made of. */
const SHOWN = [
  'worker', 'badge', 'assignment', 'workOrder', 'rosterEntry', 'booking', 'contractor', 'client', 'presence',
] as const; // prettier-ignore
export const isInDirectory = (entity: string): boolean => (SHOWN as readonly string[]).includes(entity);

export interface Directory {
  /** Something of an entity changed, came or went; `workerId`: whose it was or is. */
  readonly touch: (entity: string, id: string, workerId: string | null) => void;
  /** Brings the directory up to what was touched, within the caller's transaction. */
  readonly settle: () => void;
  /** An order or a line of a roster, while all is filled in: its people come after it. */
  readonly fillWork: (id: string) => void;
}

interface PersonRow {
  readonly n: number;
  readonly words: string;
  readonly order_words: string;
}
interface WorkRow extends Work {
  readonly n: number;
}
interface ShiftRow extends Pick<Work, 'location_id' | 'starts_ms' | 'ends_ms' | 'number' | 'client_id'> {
  readonly id: string;
  readonly person: number;
  readonly work: number;
  readonly name: string;
  readonly company: string;
  readonly turnout: number;
}

const SHIFT_COLUMNS = [
  'work', 'location_id', 'starts_ms', 'ends_ms', 'name', 'company', 'number', 'client_id', 'person',
] as const; // prettier-ignore

/** `inUse`: the copy whose place this one will take, as a schema: everything keeps its number, and who is known to have come. */
export function createDirectory(db: Sqlite, schema: string, inUse?: string): Directory {
  const isNew = createDirectorySchema(db, schema);
  const numberOf = (table: string, column: string, key: string, id: string): string =>
    inUse === undefined ? 'null' : `(select ${column} from ${inUse}.${table} where ${key} = @${id})`;
  const entity = `${schema}.entity`;
  const one = db.prepare<[string, string], string>(`select data from ${entity} where entity = ? and id = ?`).pluck();
  const read = <T>(name: string, id: string): T | undefined => {
    const data = one.get(name, id);
    return data === undefined ? undefined : (JSON.parse(data) as T);
  };
  const badgesOf = db
    .prepare<[string], string>(`select data from ${entity} where entity = 'badge' and worker_id = ?`)
    .pluck();
  const shiftsOf = db.prepare<[{ workerId: string }], WorkRow & { readonly assignment: string }>(
    `select w.*, a.id as assignment from ${entity} a join ${schema}.work w on w.order_id = a.ref
       where a.entity = 'assignment' and a.worker_id = @workerId
     union all select w.*, w.order_id from ${entity} r join ${schema}.work w on w.order_id = '${rosterWorkId('')}' || r.id
       where r.entity = 'rosterEntry' and r.worker_id = @workerId`,
  );
  const linesOf = db
    .prepare<[string], string>(`select id from ${entity} where entity = 'rosterEntry' and ref = ?`)
    .pluck();
  const crewOf = db
    .prepare<[string], string>(`select worker_id from ${entity} where entity = 'assignment' and ref = ?`)
    .pluck();
  const rostered = db
    .prepare<[string], string>(`select worker_id from ${entity} where entity = 'rosterEntry' and id = ?`)
    .pluck();
  const peopleOf = (workId: string): string[] => {
    const entryId = entryIdOf(workId);
    return entryId === undefined ? crewOf.all(workId) : rostered.all(entryId);
  };
  const staffOf = db
    .prepare<[string], string>(`select worker_id from ${schema}.person where contractor_id = ?`)
    .pluck();
  const worksOf = db.prepare<[string], string>(`select order_id from ${schema}.work where client_id = ?`).pluck();

  const personRow = db.prepare<[string], PersonRow>(
    `select n, words, order_words from ${schema}.person where worker_id = ?`,
  );
  const putPerson = db
    .prepare<[Record<string, unknown>], number>(
      `insert into ${schema}.person (n, worker_id, contractor_id, name, company, words, order_words)
       values (${numberOf('person', 'n', 'worker_id', 'workerId')}, @workerId, @contractorId, @name, @company, @words, @orderWords)
       on conflict (worker_id) do update set contractor_id = excluded.contractor_id, name = excluded.name,
         company = excluded.company, words = excluded.words, order_words = excluded.order_words returning n`,
    )
    .pluck();
  const dropPerson = db.prepare(`delete from ${schema}.person where n = ?`);
  const putText = db.prepare(`insert or replace into ${schema}.person_text (rowid, words) values (?, ?)`);
  const joinText = mergedBySteps(db, schema);
  const dropText = db.prepare(`delete from ${schema}.person_text where rowid = ?`);
  const shiftRows = db.prepare<[number], ShiftRow>(`select * from ${schema}.shift where person = ?`);
  const dropShift = db.prepare(`delete from ${schema}.shift where id = ?`);
  const putShift = db.prepare(
    `insert or replace into ${schema}.shift (rowid, id, person, work, location_id, starts_ms, ends_ms, name, company, number, client_id, turnout)
     values (${numberOf('shift', 'rowid', 'id', 'id')}, @id, @person, @work, @location_id, @starts_ms, @ends_ms, @name, @company, @number, @client_id, @turnout)`,
  );
  const turnoutInUse =
    inUse === undefined
      ? undefined
      : db
          .prepare<[string], number>(
            `select turnout from ${inUse}.shift s where id = ?
               and not exists (select 1 from ${inUse}.unsettled_turnout u where u.person = s.person)`,
          )
          .pluck();
  const unsettle = db.prepare(`insert or ignore into ${schema}.unsettled_turnout values (?)`);

  const workRow = db.prepare<[string], WorkRow>(`select * from ${schema}.work where order_id = ?`);
  const putWork = db.prepare(
    `insert into ${schema}.work (n, order_id, client_id, location_id, starts_ms, ends_ms, number, words)
     values (${numberOf('work', 'n', 'order_id', 'order_id')}, @order_id, @client_id, @location_id, @starts_ms, @ends_ms, @number, @words)
     on conflict (order_id) do update set client_id = excluded.client_id, location_id = excluded.location_id,
       starts_ms = excluded.starts_ms, ends_ms = excluded.ends_ms, number = excluded.number, words = excluded.words`,
  );
  const dropWork = db.prepare(`delete from ${schema}.work where order_id = ?`);

  /** Answers whether anything of the work that its people are found or listed by is another. */
  const settleWork = (id: string): boolean => {
    const before = workRow.get(id);
    const after = workOf(read, id);
    if (!after) {
      if (before) dropWork.run(id);
      return before !== undefined;
    }
    const { n: _, ...known } = before ?? { n: 0 };
    if (JSON.stringify(known) === JSON.stringify(after)) return false;
    putWork.run(after);
    return true;
  };

  /** Writes what is another alone: a line costs its place in every index. */
  const settleShifts = (person: number, next: readonly Omit<ShiftRow, 'person' | 'turnout'>[]): void => {
    const before = new Map(shiftRows.all(person).map((row) => [row.id, row]));
    let isNew = false;
    for (const shift of next) {
      const known = before.get(shift.id);
      before.delete(shift.id);
      const turnout = known?.turnout ?? turnoutInUse?.get(shift.id);
      const row: ShiftRow = { ...shift, person, turnout: turnout ?? 0 };
      if (known && SHIFT_COLUMNS.every((column) => known[column] === row[column])) continue;
      putShift.run(row);
      isNew ||= known !== undefined || turnout === undefined;
    }
    for (const id of before.keys()) dropShift.run(id);
    if (isNew) unsettle.run(person);
  };

  const settlePerson = (workerId: string): void => {
    const before = personRow.get(workerId);
    const worker = read<Worker>('worker', workerId);
    if (!worker) {
      if (!before) return;
      dropPerson.run(before.n);
      dropText.run(before.n);
      hasNewTexts = true;
      settleShifts(before.n, []);
      return;
    }
    const contractor = worker.contractorId && read<Contractor>('contractor', worker.contractorId);
    const company = contractor ? contractor.name : '';
    const shifts = shiftsOf.all({ workerId });
    const words = joined(personWords(worker, company, badgesOf.all(workerId)));
    const orderWords = [...new Set(shifts.map((shift) => shift.words))].join('');
    const [name, firm] = [plain(`${worker.firstName} ${worker.lastName}`), plain(company)];
    const contractorId = worker.contractorId ?? null;
    const n = putPerson.get({ workerId, contractorId, name, company: firm, words, orderWords });
    if (before?.words !== words || before.order_words !== orderWords) {
      putText.run(n, words + orderWords);
      hasNewTexts = true;
    }
    if (n === undefined) return;
    const plans = shifts.map(({ assignment: id, n: work, order_id: _, words: __, ...plan }) => ({ ...plan, id, work }));
    settleShifts(
      n,
      plans.map((plan) => ({ ...plan, name, company: firm })),
    );
  };

  const touched = {
    workers: new Set<string>(),
    works: new Set<string>(),
    events: new Set<string>(),
    firms: new Set<string>(),
    clients: new Set<string>(),
    seen: new Set<string>(),
  };
  let hasNewTexts = false;
  const settle = (): void => {
    const { workers, works, events, firms, clients, seen } = touched;
    for (const id of clients) for (const work of worksOf.all(id)) works.add(work);
    for (const id of events) for (const entryId of linesOf.all(id)) works.add(rosterWorkId(entryId));
    for (const id of works) if (settleWork(id)) for (const worker of peopleOf(id)) workers.add(worker);
    for (const id of firms) for (const worker of staffOf.all(id)) workers.add(worker);
    for (const id of workers) settlePerson(id);
    for (const id of seen) {
      const person = personRow.get(id);
      if (person) unsettle.run(person.n);
    }
    for (const set of Object.values(touched)) set.clear();
    if (hasNewTexts) joinText();
    hasNewTexts = false;
  };
  const touch: Directory['touch'] = (name, id, workerId) => {
    if (name === 'rosterEntry') touched.works.add(rosterWorkId(id));
    if (name === 'worker') touched.workers.add(id);
    else if (name === 'presence') touched.seen.add(workerId ?? '');
    else if (name === 'workOrder') touched.works.add(id);
    else if (name === 'booking') touched.events.add(id);
    else if (name === 'contractor') touched.firms.add(id);
    else if (name === 'client') touched.clients.add(id);
    else if (workerId !== null && isInDirectory(name)) touched.workers.add(workerId);
  };

  // One that comes in is filled by turns.
  if (isNew && inUse === undefined) {
    const all = db.prepare<[string], string>(`select id from ${entity} where entity = ?`).pluck();
    for (const name of ['workOrder', 'rosterEntry', 'worker']) for (const id of all.all(name)) touch(name, id, null);
    db.transaction(settle).immediate();
  }
  const fillWork = (id: string): void => void settleWork(id);
  return { touch, settle, fillWork };
}

/** Pages of the text index that are merged after a slice of changes. */
const MERGED_PAGES = 8;

/**
 * The text index merges its parts by itself, dozens of pages at once in the midst of somebody's scan: here it does so a little after every
 * change instead (sqlite.org/fts5.html#the_merge_command). Answers what does that.
 */
function mergedBySteps(db: Sqlite, schema: string): () => void {
  const table = `${schema}.person_text`;
  const isSet = db.prepare<[], number>(`select v from ${schema}.person_text_config where k = 'automerge'`).pluck();
  if (isSet.get() !== 0) {
    db.exec(`insert into ${table} (person_text, rank) values ('automerge', 0), ('crisismerge', 64)`);
  }
  const merge = db.prepare(`insert into ${table} (person_text, rank) values ('merge', ${MERGED_PAGES})`);
  return () => void merge.run();
}

/** What somebody is found by, besides their orders: name, company, telephone, plates, badges. */
function personWords(worker: Worker, company: string, badges: readonly string[]): string[] {
  const codes = badges.map((data) => JSON.parse(data) as Badge).map(({ code, id }) => code ?? id);
  const plates = (worker.vehicles ?? []).map(({ plate }) => plate);
  return [
    ...wordsOf(`${worker.firstName} ${worker.lastName} ${company}`),
    ...[worker.phone ?? '', ...plates].flatMap(wordsOfCode),
    // Everybody's card begins alike: whole codes as words would be thousands with one beginning.
    ...codes.flatMap((code) => wordsOf(code).flatMap(withoutZeros)),
  ];
}
