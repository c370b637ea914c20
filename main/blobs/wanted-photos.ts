import type { Sqlite } from '../sqlite.ts';

const DAY_MS = 24 * 3_600_000;
/** Photos; beyond, they are got when somebody opens the card. */
const MOST = 20_000;

export interface WantedPhotos {
  /** Of whoever is inside, then of whoever is expected within a day by a work order or a roster. */
  readonly soon: (nowMs: number) => string[];
  /** Of everybody whom this gate knows: looks at every worker, so it is asked for seldom. */
  readonly all: () => string[];
}

/** Photos that this gate should have before its line goes down. */
export function createWantedPhotos(db: Sqlite, locationId: string): WantedPhotos {
  const photo = `json_extract(w.data, '$.photo')`;
  const inside = db
    .prepare<[], string | null>(
      `select ${photo} from presence p join cache.entity w on w.entity = 'worker' and w.id = p.worker_id
       where p.inside = 1`,
    )
    .pluck();
  const expected = db
    .prepare<[number, number, string, number, number, string], string | null>(
      `select ${photo} from cache.entity o
         join cache.entity a on a.entity = 'assignment' and a.ref = o.id
         join cache.entity w on w.entity = 'worker' and w.id = a.worker_id
       where o.entity = 'workOrder' and o.starts_ms < ? and o.ends_ms > ? and json_extract(o.data, '$.locationId') = ?
       union all
       select ${photo} from cache.entity r join cache.entity w on w.entity = 'worker' and w.id = r.worker_id
       where r.entity = 'rosterEntry' and r.starts_ms < ? and r.ends_ms > ? and json_extract(r.data, '$.locationId') = ?`,
    )
    .pluck();
  const everybody = db
    .prepare<[number], string>(
      `select ${photo} from cache.entity w where w.entity = 'worker' and ${photo} is not null limit ?`,
    )
    .pluck();
  return {
    soon(nowMs) {
      const now = [nowMs + DAY_MS, nowMs, locationId] as const;
      return [...inside.all(), ...expected.all(...now, ...now)].filter((hash) => hash !== null);
    },
    all: () => everybody.all(MOST),
  };
}
