import { TYPES_WITH_WORDS } from '../../../core/keeping/emptied.ts';
import type { PersonRows } from '../person-rows.ts';
import type { StoredEvent } from '../store.ts';
import { EVENT } from './event-tables.ts';
import { selected, type Sql } from './sql.ts';

const TYPES = TYPES_WITH_WORDS.map((type) => `'${type}'`).join(', ');
const NAMES = `like @naming escape '\\'`;

/** Texts in which this stands as a JSON string of its own. */
const naming = (id: string): { readonly naming: string } => ({
  naming: `%${JSON.stringify(id).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`,
});

export function personRows(sql: Sql): PersonRows {
  const events = sql.query<{ naming: string }, StoredEvent>(
    `select ${selected(EVENT)} from event where type in (${TYPES}) and body ${NAMES} order by device_id, seq`,
  );
  const empty = sql.query<{ id: string; body: string }>('update event set body = @body where id = @id');
  const pages = sql.query<{ workerId: string }>('delete from badge_page where worker_id = @workerId');
  const mails = sql.query<{ naming: string }>(`delete from mail where about ${NAMES}`);
  const setAside = sql.query<{ naming: string }>(`update quarantine set body = '{}' where body ${NAMES}`);
  const speaking = sql.query<{ naming: string }, { id: string }>(`select id from record where data ${NAMES} limit 1`);
  return {
    wordyEvents: (workerId) => events.all(naming(workerId)),
    emptyEvent: async (id, body) => void (await empty.run({ id, body })),
    forget: async (workerId) => {
      await pages.run({ workerId });
      await mails.run(naming(workerId));
      await setAside.run(naming(workerId));
    },
    isSpokenOf: async (sha256) => (await speaking.get(naming(sha256))) !== undefined,
  };
}
