import type { BadgePage, BadgeRows, Issuer, NoteRows } from '../store.ts';
import type { Connection } from './open.ts';

const PAGE = 'token, worker_id as workerId, badge_id as badgeId, text';

export function badgeRows(connection: Connection): BadgeRows {
  const addIssuer = connection.prepare('insert into issuer values (@keyId, @secret)');
  const issuers = connection.prepare<[], Issuer>('select key_id as keyId, secret from issuer order by key_id');
  const putPage = connection.prepare(
    `insert into badge_page values (@token, @workerId, @badgeId, @text)
     on conflict (token) do update set badge_id = excluded.badge_id, text = excluded.text`,
  );
  const page = connection.prepare<[string], BadgePage>(`select ${PAGE} from badge_page where token = ?`);
  const pageOfBadge = connection.prepare<[string], BadgePage>(`select ${PAGE} from badge_page where badge_id = ?`);

  return {
    addIssuer: async (issuer) => void addIssuer.run(issuer),
    issuers: async () => issuers.all(),
    putPage: async (row) => void putPage.run(row),
    page: async (token) => page.get(token),
    pageOfBadge: async (badgeId) => pageOfBadge.get(badgeId),
  };
}

export function noteRows(connection: Connection): NoteRows {
  const get = connection.prepare<[string], string>('select value from note where name = ?').pluck();
  const set = connection.prepare('insert into note values (?, ?) on conflict do update set value = excluded.value');
  return {
    get: async (name) => get.get(name),
    set: async (name, value) => void set.run(name, value),
  };
}
