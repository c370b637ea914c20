import { z } from 'zod';
import { audit } from '../audit/audit.ts';
import type { Central } from '../central.ts';
import { createEnrolmentCode, revokeDevice } from '../devices/enrolment.ts';
import { isAdmin } from '../http/device-of.ts';
import { windowLimit } from '../http/limit.ts';
import { sendPage } from '../http/send-page.ts';
import type { App } from '../http/server.ts';
import { beginSession, isOwnForm, readSession, type OperatorSession } from '../operations/operator-session.ts';
import { codePage, operatorPage, signInPage, type GateChoice } from '../pages/operator-page.ts';
import { qrSvg } from '../pages/qr.ts';
import type { Rows } from '../store/store.ts';
import { operatorAuditRoutes } from './operator-audit.ts';

const FORM = 'application/x-www-form-urlencoded';
const MOST_BYTES = 4096;
const MOST_DEVICES = 500;
const WRONG_TOKENS_PER_MINUTE = 10;
const COOKIE = 'gatehouse_operator';
const ACTOR = 'operator';
const text = z.string().max(200);

/** A small page for whoever runs central: gates, what they sent, enrolment codes, withdrawing a PC. Works without a script. */
export function operatorRoutes(app: App, central: Central): void {
  const { adminToken } = central;
  if (adminToken !== undefined) void app.register(async (operator) => routes(operator as App, central, adminToken));
}

function routes(app: App, central: Central, adminToken: string): void {
  const guesses = windowLimit(WRONG_TOKENS_PER_MINUTE, 60_000, central.now);
  const isSecure = central.mail.publicUrl.startsWith('https:');
  const cookie = (value: string, seconds: number): string =>
    `${COOKIE}=${value}; Path=/operator; Max-Age=${seconds}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
  const sessionOf = (header: string | undefined): OperatorSession | undefined => {
    const pair = header?.split('; ').find((one) => one.startsWith(`${COOKIE}=`));
    return readSession(adminToken, pair?.slice(COOKIE.length + 1), central.now());
  };
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: MOST_BYTES }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  app.get('/operator', { schema: { hide: true } }, async ({ headers }, reply) => {
    const session = sessionOf(headers.cookie);
    if (!session) return sendPage(reply, signInPage());
    const seen = await central.store.read(async (rows) => ({
      gates: await gatesOf(rows),
      devices: await rows.devices.overview(MOST_DEVICES),
    }));
    return sendPage(reply, operatorPage({ ...seen, nowMs: central.now() }, session.form));
  });

  const signIn = { schema: { hide: true, body: z.object({ token: text }) } };
  app.post('/operator/sign-in', signIn, async ({ body, ip }, reply) => {
    if (guesses.spent(ip))
      return sendPage(reply.code(429), signInPage('Too many tries. Wait a minute, then try again.'));
    if (isAdmin(central, { headers: { authorization: `Bearer ${body.token}` } }) !== true) {
      guesses.count(ip);
      await audit(central, { actor: ACTOR, action: 'signed_in', outcome: 'token_unknown' });
      return sendPage(reply.code(401), signInPage('This is not the admin token. Try again.'));
    }
    await audit(central, { actor: ACTOR, action: 'signed_in' });
    const session = beginSession(adminToken, central.now());
    return reply.header('set-cookie', cookie(session.text, 8 * 3600)).redirect('/operator', 303);
  });

  /** Undefined: nobody is signed in, or another site sent the form. */
  const acting = (header: string | undefined, form: string): OperatorSession | undefined => {
    const session = sessionOf(header);
    return session && isOwnForm(session, form) ? session : undefined;
  };
  const own = z.object({ form: text });
  app.post('/operator/sign-out', { schema: { hide: true, body: own } }, async ({ headers, body }, reply) => {
    if (acting(headers.cookie, body.form)) await audit(central, { actor: ACTOR, action: 'signed_out' });
    return reply.header('set-cookie', cookie('', 0)).redirect('/operator', 303);
  });

  const codes = { schema: { hide: true, body: own.extend({ gateId: text }) } };
  app.post('/operator/codes', codes, async ({ headers, body }, reply) => {
    if (!acting(headers.cookie, body.form)) return sendPage(reply.code(401), signInPage());
    const all = await central.store.read(gatesOf);
    const gate = all.find(({ id }) => id === body.gateId);
    if (!gate) return reply.redirect('/operator', 303);
    await audit(central, { actor: ACTOR, action: 'code_made', subject: gate.id });
    const code = await createEnrolmentCode(central, gate);
    return sendPage(reply, codePage(code, gate, await qrSvg(enrolmentText(central, headers.host, code))));
  });

  const withdraw = { schema: { hide: true, body: own.extend({ deviceId: text }) } };
  app.post('/operator/withdraw', withdraw, async ({ headers, body }, reply) => {
    if (!acting(headers.cookie, body.form)) return sendPage(reply.code(401), signInPage());
    await audit(central, { actor: ACTOR, action: 'device_withdrawn', subject: body.deviceId });
    await revokeDevice(central, body.deviceId);
    return reply.redirect('/operator', 303);
  });
  operatorAuditRoutes(app, central, ({ cookie: given }) => sessionOf(given) !== undefined);
}

/** PROTOCOL "Devices": what a scanner at the gate reads. */
function enrolmentText({ mail }: Central, host: string | undefined, code: string): string {
  const base = mail.publicUrl || `http://${host ?? 'localhost'}`;
  return `gatehouse:enrol?u=${encodeURIComponent(base)}&c=${encodeURIComponent(code)}`;
}

async function gatesOf(rows: Rows): Promise<(GateChoice & { locationId: string })[]> {
  const places = new Map((await rows.records.all('location')).map(({ id, data }) => [id, String(data['name'])]));
  return (await rows.records.all('gate'))
    .map(({ id, data }) => {
      const locationId = String(data['locationId']);
      return { id, name: String(data['name']), locationId, placeName: places.get(locationId) ?? '' };
    })
    .toSorted((a, b) => a.placeName.localeCompare(b.placeName) || a.name.localeCompare(b.name));
}
