import { actTables } from '../sql/act-tables.ts';
import { auditRows } from '../sql/audit-rows.ts';
import { badgeRows, noteRows } from '../sql/badge-rows.ts';
import { deviceRows } from '../sql/device-rows.ts';
import { eventTables } from '../sql/event-tables.ts';
import { feedTables } from '../sql/feed-tables.ts';
import { mailRows } from '../sql/mail-rows.ts';
import { owedRows } from '../sql/owed-rows.ts';
import { personRows } from '../sql/person-rows.ts';
import { recordTables } from '../sql/record-tables.ts';
import type { Sql } from '../sql/sql.ts';
import { nothingTold, type Told } from '../sql/told.ts';
import type { Rows } from '../store.ts';
import { gatheredEvents } from './events.ts';
import { gatheredFeed } from './feed.ts';
import { gatheredRecords } from './records.ts';

/** The rows for the length of one transaction: remembers what it read, gathers what it writes. */
export interface Gathered {
  readonly rows: Rows;
  readonly told: Told;
  /** Writes what is gathered; to be called before the commit. */
  flush(): Promise<void>;
}

/** Makes a `Gathered` for each transaction over the same connection, whose orders are prepared once. */
export function gathering(sql: Sql, takenOnce?: string): () => Gathered {
  const [records, feed, events, acts] = [recordTables(sql), feedTables(sql), eventTables(sql), actTables(sql)];
  const [badges, notes, mail] = [badgeRows(sql), noteRows(sql), mailRows(sql, takenOnce)];
  const [devices, owed, people, audit] = [deviceRows(sql), owedRows(sql), personRows(sql), auditRows(sql)];
  return () => {
    const told = nothingTold();
    const ownRecords = gatheredRecords(records);
    const ownFeed = gatheredFeed(feed, told, ownRecords);
    const ownEvents = gatheredEvents(events, acts);
    return {
      rows: {
        devices: devices(told),
        records: ownRecords,
        feed: ownFeed,
        events: ownEvents,
        owed,
        badges,
        notes,
        mail,
        people,
        audit,
      },
      told,
      flush: async () => {
        await ownEvents.flush();
        await ownRecords.flush();
        await ownFeed.flush();
      },
    };
  };
}
