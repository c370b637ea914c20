import type { BadgePage, BadgeRows, Issuer, NoteRows } from '../store.ts';
import { selected, type NoFields, type Sql } from './sql.ts';

const PAGE = { token: 'text', workerId: 'text', badgeId: 'text', text: 'text' } as const;
const ISSUER = { keyId: 'text', secret: 'text' } as const;

export function badgeRows(sql: Sql): BadgeRows {
  const addIssuer = sql.insert('issuer', ISSUER);
  const issuers = sql.query<NoFields, Issuer>(`select ${selected(ISSUER)} from issuer order by key_id`);
  const putPage = sql.insert(
    'badge_page',
    PAGE,
    'on conflict (token) do update set badge_id = excluded.badge_id, text = excluded.text',
  );
  const page = sql.query<{ token: string }, BadgePage>(`select ${selected(PAGE)} from badge_page where token = @token`);
  const pageOfBadge = sql.query<{ badgeId: string }, BadgePage>(
    `select ${selected(PAGE)} from badge_page where badge_id = @badgeId`,
  );
  return {
    addIssuer: ({ keyId, secret }) => addIssuer([{ keyId, secret }]),
    issuers: () => issuers.all({}),
    putPage: ({ token, workerId, badgeId, text }) => putPage([{ token, workerId, badgeId, text }]),
    page: (token) => page.get({ token }),
    pageOfBadge: (badgeId) => pageOfBadge.get({ badgeId }),
  };
}

export function noteRows(sql: Sql): NoteRows {
  const get = sql.query<{ name: string }, { value: string }>('select value from note where name = @name');
  const set = sql.insert(
    'note',
    { name: 'text', value: 'text' },
    'on conflict (name) do update set value = excluded.value',
  );
  return {
    get: async (name) => (await get.get({ name }))?.value,
    set: (name, value) => set([{ name, value }]),
  };
}
