import type { MailRows, OutgoingMail } from '../store.ts';
import type { Columns, NoFields, Sql } from './sql.ts';

interface MailRow extends Omit<OutgoingMail, 'about'> {
  readonly about: string;
}
const MAIL = `id, recipient as "to", subject, body as "text", about, state, tries, created_at_ms as "createdAtMs",
  next_try_at_ms as "nextTryAtMs", settled_at_ms as "settledAtMs", trouble`;
const COLUMNS = {
  id: 'text',
  recipient: 'text',
  subject: 'text',
  body: 'text',
  about: 'text',
  state: 'text',
  tries: 'bigint',
  createdAtMs: 'bigint',
  nextTryAtMs: 'bigint',
  settledAtMs: 'bigint',
  trouble: 'text',
} as const satisfies Columns<Readonly<Record<string, unknown>>>;

const understood = (row: MailRow): OutgoingMail => ({ ...row, about: JSON.parse(row.about) });
const written = ({ to, text, about, ...rest }: OutgoingMail) => ({
  ...rest,
  recipient: to,
  body: text,
  about: JSON.stringify(about),
});

/** @param takenOnce goes after the mails that are due are read, so that nobody else reads them before this transaction ends */
export function mailRows(sql: Sql, takenOnce = ''): MailRows {
  const add = sql.insert('mail', COLUMNS, 'on conflict (id) do nothing');
  const get = sql.query<{ id: string }, MailRow>(`select ${MAIL} from mail where id = @id`);
  const update = sql.query(
    `update mail set state = @state, tries = @tries, next_try_at_ms = @nextTryAtMs, settled_at_ms = @settledAtMs, trouble = @trouble
     where id = @id`,
  );
  const due = sql.query<{ nowMs: number; limit: number }, MailRow>(
    `select ${MAIL} from mail where state = 'queued' and next_try_at_ms <= @nowMs order by next_try_at_ms, id limit @limit ${takenOnce}`,
  );
  const next = sql.query<NoFields, { atMs: number | null }>(
    `select min(next_try_at_ms) as "atMs" from mail where state = 'queued'`,
  );
  const forget = sql.query<{ beforeMs: number }>(
    `delete from mail where state <> 'queued' and settled_at_ms < @beforeMs`,
  );
  return {
    add: (mail) => add([written(mail)]),
    get: async (id) => {
      const row = await get.get({ id });
      return row && understood(row);
    },
    update: async ({ state, tries, nextTryAtMs, settledAtMs, trouble, id }) =>
      void (await update.run({ state, tries, nextTryAtMs, settledAtMs, trouble, id })),
    due: async (nowMs, limit) => (await due.all({ nowMs, limit })).map(understood),
    nextTryAtMs: async () => (await next.get({}))?.atMs ?? undefined,
    forgetSettled: async (beforeMs) => void (await forget.run({ beforeMs })),
  };
}
