import type { MailRows, OutgoingMail } from '../store.ts';
import type { Connection } from './open.ts';

const MAIL = `id, recipient as "to", subject, body as text, about, state, tries, created_at_ms as createdAtMs,
  next_try_at_ms as nextTryAtMs, settled_at_ms as settledAtMs, trouble`;

type MailRow = Omit<OutgoingMail, 'about'> & { readonly about: string };
const understood = (row: MailRow): OutgoingMail => ({ ...row, about: JSON.parse(row.about) });
const written = (mail: OutgoingMail): MailRow => ({ ...mail, about: JSON.stringify(mail.about) });

export function mailRows(connection: Connection): MailRows {
  const add = connection.prepare(
    `insert into mail values (@id, @to, @subject, @text, @about, @state, @tries, @createdAtMs, @nextTryAtMs, @settledAtMs, @trouble)
     on conflict do nothing`,
  );
  const get = connection.prepare<[string], MailRow>(`select ${MAIL} from mail where id = ?`);
  const update = connection.prepare(
    `update mail set state = @state, tries = @tries, next_try_at_ms = @nextTryAtMs, settled_at_ms = @settledAtMs, trouble = @trouble
     where id = @id`,
  );
  const due = connection.prepare<[number, number], MailRow>(
    `select ${MAIL} from mail where state = 'queued' and next_try_at_ms <= ? order by next_try_at_ms, id limit ?`,
  );
  const next = connection
    .prepare<[], number | null>(`select min(next_try_at_ms) from mail where state = 'queued'`)
    .pluck();
  const forget = connection.prepare(`delete from mail where state <> 'queued' and settled_at_ms < ?`);
  return {
    add: async (mail) => void add.run(written(mail)),
    get: async (id) => {
      const row = get.get(id);
      return row && understood(row);
    },
    update: async (mail) => {
      const { state, tries, nextTryAtMs, settledAtMs, trouble, id } = mail;
      update.run({ state, tries, nextTryAtMs, settledAtMs, trouble, id });
    },
    due: async (nowMs, limit) => due.all(nowMs, limit).map(understood),
    nextTryAtMs: async () => next.get() ?? undefined,
    forgetSettled: async (beforeMs) => void forget.run(beforeMs),
  };
}
