import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Muster } from '../../main/muster/muster.ts';
import { createPhones, type Phones } from '../../main/muster/phones.ts';
import type { MarkAsk, RollView } from '../../preload/muster-views.ts';
import { newHome } from './fixtures.ts';

const COUNTS = { total: 1, accounted: 0, missing: 0, unmarked: 1 };
const ROLL: RollView = {
  musterId: 'm-1',
  kind: 'drill',
  startedAtMs: 1,
  counts: COUNTS,
  rows: [{ workerId: 'anna', name: 'Anna Kowalska', photo: 'anna-face', state: 'unmarked', listed: true }],
};
const MARK = { musterId: 'm-1', person: { workerId: 'anna' }, mark: 'safe', markId: 'p-1', by: 'Ali' } as const;

const FOUND = [
  { workerId: 'ben', name: 'Ben Okafor', photo: 'ben-face' },
  { workerId: 'bea', name: 'Bea Lund', photo: 'no-picture' },
];

let phones: Phones | undefined;
afterEach(() => phones?.stop());

async function opened() {
  const root = newHome();
  mkdirSync(path.join(root, 'assets'));
  writeFileSync(path.join(root, 'phone.html'), '<title>phone</title>');
  writeFileSync(path.join(root, 'assets/phone-1.js'), 'page');
  writeFileSync(path.join(root, 'secret.js'), 'not for phones');
  const marks: [MarkAsk, string | undefined][] = [];
  let runs = true;
  const muster: Pick<Muster, 'status' | 'page' | 'mark'> = {
    status: () => (runs ? ROLL : undefined),
    page: () => ({ roll: ROLL, past: [], insideCount: 1 }),
    mark(ask, by) {
      marks.push([ask, by]);
      return null;
    },
  };
  const BLOBS: Readonly<Record<string, Uint8Array>> = {
    'anna-face': Buffer.from('\u0089PNG\r\n\u001a\n face', 'latin1'),
    'ben-face': Buffer.from('\u00ff\u00d8\u00ff face', 'latin1'),
    'no-picture': Buffer.from('%PDF-1.7'),
    'cara-papers': Buffer.from('\u00ff\u00d8\u00ff papers', 'latin1'),
  };
  phones = createPhones({
    root,
    muster: () => muster,
    changed: () => undefined,
    address: () => '127.0.0.1',
    find: async (query) => FOUND.filter(({ name }) => name.startsWith(query)),
    photo: async (sha256) => BLOBS[sha256],
  });
  const url = (await phones.open())!;
  const post = (body: unknown) => fetch(`${url}mark`, { method: 'POST', body: JSON.stringify(body) });
  return { url, origin: new URL(url).origin, marks, post, end: () => (runs = false), open: phones.open };
}

describe('G8: phones on the own network of the gate', () => {
  test('get the page with a strict policy, its parts, and the list', async () => {
    const { url, origin } = await opened();
    const page = await fetch(url);
    expect([page.status, await page.text()]).toEqual([200, '<title>phone</title>']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(await (await fetch(`${origin}/assets/phone-1.js`)).text()).toBe('page');
    expect(await (await fetch(`${url}roll`)).json()).toEqual(ROLL);
  });

  test('mark people, with the name of whoever holds the phone', async () => {
    const { post, marks } = await opened();
    expect((await post(MARK)).status).toBe(200);
    const { by, ...ask } = MARK;
    expect(marks).toEqual([[ask, by]]);
  });

  test('find whom the gate knows, but not from one letter', async () => {
    const { url } = await opened();
    const found = async (query: string) => (await fetch(`${url}found?q=${query}`)).json();
    expect([await found('Ben'), await found('B'), await found('')]).toEqual([[FOUND[0]], [], []]);
  });

  test('get the photos of people they were told of and nothing else, be it a picture too', async () => {
    const { url } = await opened();
    const photo = async (sha256: string) => {
      const { status, headers } = await fetch(`${url}photo/${sha256}`);
      return [status, headers.get('content-type')];
    };
    const untold = await photo('anna-face');
    await fetch(`${url}roll`);
    await fetch(`${url}found?q=Be`);
    const told = await Promise.all(['anna-face', 'ben-face', 'no-picture', 'cara-papers'].map(photo));
    const none = [404, null];
    expect([untold, ...told]).toEqual([none, [200, 'image/png'], [200, 'image/jpeg'], none, none]);
  });

  test('that ask for what is no address bring nothing down', async () => {
    const { origin, url } = await opened();
    const { port } = new URL(origin);
    const status = await new Promise((resolve) =>
      request({ port, host: '127.0.0.1', path: '//' }, ({ statusCode }) => resolve(statusCode)).end(),
    );
    expect([status, (await fetch(url)).status]).toEqual([404, 200]);
  });

  test.each([
    ['something else', { hello: 1 }, 400],
    ['a mark without a name', { ...MARK, by: ' ' }, 400],
    ['far too much', { ...MARK, by: 'x'.repeat(9000) }, 413],
  ])('are not listened to when they send %s', async (_what, body, status) => {
    const { post, marks } = await opened();
    expect([(await post(body)).status, marks]).toEqual([status, []]);
  });

  test('see nothing without the link, nor anything beside the page', async () => {
    const { origin } = await opened();
    const asked = ['/', '/guess/roll', '/assets/..%2fsecret.js', '/assets/%2e%2e/secret.js'];
    const found = await Promise.all(asked.map(async (each) => (await fetch(origin + each)).status));
    expect(found).toEqual([404, 404, 404, 404]);
  });

  test('that guess at links are not answered any more', async () => {
    const { origin } = await opened();
    let last = 0;
    for (let guess = 0; guess <= 20; guess++) last = (await fetch(`${origin}/${guess}/roll`)).status;
    expect(last).toBe(429);
  });

  test('are told when the roll call is over, and there is no link without one', async () => {
    const { url, end, open } = await opened();
    end();
    expect((await fetch(`${url}roll`)).status).toBe(410);
    expect(await open()).toBeNull();
  });
});
