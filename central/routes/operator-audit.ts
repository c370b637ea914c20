import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { allAudited, audit, NEWEST } from '../audit/audit.ts';
import type { Central } from '../central.ts';
import { sendPage } from '../http/send-page.ts';
import type { App } from '../http/server.ts';
import { auditCsv, auditPage } from '../pages/audit-page.ts';
import { signInPage } from '../pages/operator-page.ts';

const ON_A_PAGE = 50;
/** The last entry of the page before: `<ms>.<id>`. */
const before = z.string().regex(/^\d{1,15}\.[0-9a-f-]{36}$/).optional(); // prettier-ignore

/** What was done at central, page by page and as a file. */
export function operatorAuditRoutes(
  app: App,
  central: Central,
  isSignedIn: (headers: IncomingHttpHeaders) => boolean,
): void {
  const list = { schema: { hide: true, querystring: z.object({ before }) } };
  app.get('/operator/audit', list, async ({ headers, query }, reply) => {
    if (!isSignedIn(headers)) return sendPage(reply.code(401), signInPage());
    const found = await central.store.read((rows) => rows.audit.before(placeOf(query.before), ON_A_PAGE + 1));
    const shown = found.slice(0, ON_A_PAGE);
    const last = found.length > ON_A_PAGE ? shown.at(-1) : undefined;
    return sendPage(reply, auditPage(shown, last && `${last.atMs}.${last.id}`));
  });

  app.get('/operator/audit.csv', { schema: { hide: true } }, async ({ headers }, reply) => {
    if (!isSignedIn(headers)) return sendPage(reply.code(401), signInPage());
    await audit(central, { actor: 'operator', action: 'audit_saved' });
    void reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="gatehouse-on-record.csv"',
      'cache-control': 'no-store',
    });
    return reply.send(Readable.from(auditCsv(allAudited(central))));
  });
}

function placeOf(text: string | undefined): typeof NEWEST {
  const [atMs, id] = text?.split('.') ?? [];
  return atMs === undefined || id === undefined ? NEWEST : { atMs: Number(atMs), id };
}
