import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { beforeAll, describe, expect, test } from 'vitest';
import { workerIdOf } from '../../central/demo/people.ts';
import { demoBadges } from '../../central/demo/badges.ts';
import { publish } from '../../central/sync/publish.ts';
import { readText } from '../../core/credential/read-text.ts';
import type { EntityOf, IssuerKey } from '../../core/site/entities.ts';
import { createVerifySignature } from '../../main/verify.ts';
import {
  ADMIN_TOKEN,
  call,
  enrolled,
  startCentral,
  START_MS,
  type RunningCentral,
  type TestDevice,
} from './running-central.ts';

// Its own way is to fetch the file from a public host.
beforeAll(async () => {
  const file = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(file).buffer } });
});

const AMARA = workerIdOf('amara');
const HOUR_MS = 3_600_000;
const iso = (hours: number) => new Date(START_MS + hours * HOUR_MS).toISOString();

async function keysOf(device: TestDevice): Promise<IssuerKey[]> {
  const { cache } = await device.copy();
  return [...cache.values()]
    .filter(({ entity }) => entity === 'issuerKey')
    .map(({ data }) => data as unknown as IssuerKey);
}
const read = async (device: TestDevice, text: string) =>
  readText(text, { keys: await keysOf(device), verify: createVerifySignature(), nowMs: START_MS });

async function page(running: RunningCentral, path: string, init: RequestInit = {}) {
  const answer = await fetch(running.url + path, { redirect: 'manual', ...init });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
}

/** Draws a QR's SVG path the way a screen does, `scale` pixels to a module, and reads it. */
async function decoded(html: string): Promise<string | undefined> {
  const scale = 4;
  const side = Number(/viewBox="0 0 (\d+)/.exec(html)?.[1]);
  const path = /<path stroke="#000000" d="([^"]+)"/.exec(html)?.[1] ?? '';
  const data = new Uint8ClampedArray((side * scale) ** 2 * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, command, first, second] of path.matchAll(/([Mmh])(-?[\d.]+)(?:[ ,](-?[\d.]+))?/g)) {
    const [a, b] = [Number(first), Number(second ?? 0)];
    if (command === 'M') [x, y] = [a, b];
    else if (command === 'm') [x, y] = [x + a, y + b];
    else {
      for (let row = Math.floor(y) * scale; row < Math.floor(y + 1) * scale; row += 1) {
        for (let column = x * scale; column < (x + a) * scale; column += 1)
          data.fill(0, (row * side * scale + column) * 4, (row * side * scale + column) * 4 + 3);
      }
      x += a;
    }
  }
  const image = { data, width: side * scale, height: side * scale, colorSpace: 'srgb' } as ImageData;
  return (await readBarcodes(image, { formats: ['QRCode'] }))[0]?.text;
}

describe('issuing', () => {
  test('gives a text that the location’s gates verify, and the record that they pull', async () => {
    const device = await enrolled(await startCentral());
    const { body, status } = await call(device.running, '/v1/badges', {
      token: device.token,
      json: { workerId: AMARA, validFrom: iso(-1), validUntil: iso(24) },
    });
    expect(status).toBe(201);
    expect(await read(device, String(body['text']))).toMatchObject({
      ok: true,
      value: {
        credential: {
          kind: 'signed',
          badgeId: body['badgeId'],
          workerId: AMARA,
          displayName: 'Amara',
          notBeforeMs: START_MS - HOUR_MS,
          expiresMs: START_MS + 24 * HOUR_MS,
        },
      },
    });
    expect((await device.copy()).cache.get(`badge ${String(body['badgeId'])}`)?.data).toMatchObject({
      workerId: AMARA,
      validUntil: iso(24),
    });
  });

  test.each([
    ['a worker that nobody knows', '00000000-0000-4000-8000-000000000000'],
    ['a worker of another location', workerIdOf('bartosz')],
  ])('is refused for %s', async (_who, workerId) => {
    const device = await enrolled(await startCentral());
    const answer = await call(device.running, '/v1/badges', { token: device.token, json: { workerId } });
    expect(answer).toMatchObject({ status: 404, body: { code: 'worker_unknown' } });
  });

  test('an operator may issue for anybody', async () => {
    const running = await startCentral();
    expect(
      (await call(running, '/v1/badges', { token: ADMIN_TOKEN, json: { workerId: workerIdOf('bartosz') } })).status,
    ).toBe(201);
  });

  test('keys are kept over a restart', async () => {
    const first = await startCentral();
    const keys = await keysOf(await enrolled(first));
    await first.stop();
    const second = await startCentral({ directory: first.directory });
    expect(await keysOf(await enrolled(second))).toEqual(keys);
    expect(keys.map(({ alg }) => alg).sort()).toEqual(['ES256', 'EdDSA']);
  });
});

describe('the worker’s page', () => {
  const issued = async (json: object = {}) => {
    const device = await enrolled(await startCentral());
    const answer = await call(device.running, '/v1/badges', {
      token: device.token,
      json: { workerId: AMARA, ...json },
    });
    return {
      device,
      running: device.running,
      text: String(answer.body['text']),
      path: answer.headers.get('location') ?? '',
    };
  };

  test('shows a QR that reads as the badge, and the name', async () => {
    const { running, device, text, path } = await issued();
    const { status, html } = await page(running, path);
    expect(status).toBe(200);
    expect(html).toContain('Amara Okonkwo');
    expect(html).toContain('Good to show');
    expect(await decoded(html)).toBe(text);
    expect((await read(device, text)).ok).toBe(true);
  });

  test('runs no script, frames nowhere, is kept by nobody', async () => {
    const { running, path } = await issued();
    const { headers, html } = await page(running, path);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+';.* frame-ancestors 'none'$/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)|style="/);
  });

  test('shows names as text, whatever is in them', async () => {
    const { running, path } = await issued();
    const worker: EntityOf<'worker'> = { id: AMARA, firstName: '<img src=x>', lastName: '"&\'' };
    await running.central.store.write((rows) => publish(rows, 'worker', worker, START_MS));
    const { html } = await page(running, path);
    expect(html).not.toContain('<img');
    expect(html).toContain('&#60;img src=x&#62; &#34;&#38;&#39;');
  });

  test('of a badge that has ended offers a new one, under the same link, good for 24 hours', async () => {
    const { running, device, text, path } = await issued({ validUntil: iso(1) });
    expect((await page(running, path)).html).not.toContain('<button');
    running.clock.nowMs += HOUR_MS;
    const ended = await page(running, path);
    expect(ended.html).toContain('This badge has ended');
    expect(ended.html).toContain('Make a new badge');
    const pressed = await page(running, path, { method: 'POST', body: new URLSearchParams() });
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, path]);
    const renewed = await decoded((await page(running, path)).html);
    expect(renewed).not.toBe(text);
    expect(await read(device, renewed ?? '')).toMatchObject({
      value: { credential: { workerId: AMARA, expiresMs: START_MS + 25 * HOUR_MS } },
    });
  });

  test.each(['while it is good', 'once withdrawn', 'while the person is blocked'])(
    'gives no new badge %s',
    async (when) => {
      const { running, path, text, device } = await issued(when === 'while it is good' ? {} : { validUntil: iso(-1) });
      const { store } = running.central;
      if (when === 'once withdrawn') {
        const record = await store.read((rows) => rows.badges.page(path.slice('/badges/'.length)));
        await call(running, `/v1/admin/badges/${record?.badgeId}/revoke`, { method: 'POST', token: ADMIN_TOKEN });
      }
      if (when === 'while the person is blocked') {
        const worker = (await device.copy()).cache.get(`worker ${AMARA}`)?.data as EntityOf<'worker'>;
        await store.write((rows) =>
          publish(rows, 'worker', { ...worker, blocked: { reason: 'Asked to', since: iso(-1) } }, START_MS),
        );
      }
      const { html } = await page(running, path);
      expect(html).not.toContain('<button');
      await page(running, path, { method: 'POST' });
      expect(await decoded((await page(running, path)).html)).toBe(text);
    },
  );

  test('of nobody is not found', async () => {
    const running = await startCentral();
    for (const init of [{}, { method: 'POST' }]) {
      expect((await page(running, '/badges/AAAAAAAAAAAAAAAAAAAAAA', init)).status).toBe(404);
    }
  });
});

describe('the demo pages', () => {
  test('show every badge, its QR readable, in groups', async () => {
    const running = await startCentral();
    const { html } = await page(running, '/demo');
    const cards = html.split('<li ').slice(1);
    const badges = await demoBadges(running.central);
    expect(cards).toHaveLength(badges.length);
    for (const badge of badges.slice(0, 6)) {
      const card = cards.find((one) => one.startsWith(`id="${badge.key}"`)) ?? '';
      expect(await decoded(card)).toBe(badge.text);
    }
  });

  test('give each QR as a picture too', async () => {
    const running = await startCentral();
    const [first] = await demoBadges(running.central);
    const png = await fetch(`${running.url}/demo/badges/${first?.key}.png`);
    expect(png.headers.get('content-type')).toBe('image/png');
    expect((await readBarcodes(new Uint8Array(await png.arrayBuffer()), { formats: ['QRCode'] }))[0]?.text).toBe(
      first?.text,
    );
    expect((await call(running, '/demo/badges/nobody.png')).status).toBe(404);
  });

  test('exist only in a demo', async () => {
    const running = await startCentral({ demo: false });
    for (const path of ['/demo', '/demo/badges.json', '/demo/badges/good.png'])
      expect((await call(running, path)).status).toBe(404);
  });
});
