import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EventEnvelope, Fact } from '../../core/event/event.ts';
import { clockJump } from '../../main/clock.ts';
import { actsWithoutEffect } from '../../main/doors.ts';
import { centralAddress, enrolmentIn } from '../../main/enrolment.ts';
import { createFaultBoard } from '../../main/faults.ts';
import { readIdentity, writeIdentity, type SecretBox } from '../../main/identity.ts';
import { openSettings, parseSettings } from '../../main/settings.ts';
import { rememberVerified } from '../../main/verified.ts';
import { light } from '../../core/connection/light.ts';
import { expectingAfter } from '../../main/view/screens.ts';
import { staleness } from '../../main/view/desk-status.ts';
import { fileFor, isOurs } from '../../main/windows/origin.ts';
import { policySchema } from '../../core/site/entities.ts';
import { newHome, START_MS } from './fixtures.ts';

describe('settings', () => {
  test('an empty file is a gate with one lane for both ways', () => {
    expect(parseSettings({})).toMatchObject({
      problems: [],
      settings: { lanes: [{ id: 'lane-1', direction: 'both' }], doors: [] },
    });
  });

  test('a broken section falls back alone, and what was wrong is said', () => {
    const { settings, problems } = parseSettings({ volume: 'loud', language: 'ar' });
    expect([settings.volume, settings.language]).toEqual([0.7, 'ar']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('volume');
  });

  test.each([
    ['no JSON at all', '{ "language": "ar", '],
    ['a wrong section', '{ "language": "ar", "doors": "front" }'],
  ])('%s is kept beside the file and told', (_what, text) => {
    const home = newHome();
    writeFileSync(path.join(home, 'settings.json'), text);
    const settings = openSettings(home, START_MS);
    expect(settings.trouble?.detail).not.toBe('');
    expect(readFileSync(settings.trouble?.keptAt ?? '', 'utf8')).toBe(text);
    settings.set('volume', 0.2);
    expect(openSettings(home, START_MS).get().volume).toBe(0.2);
  });
});

describe('identity', () => {
  const reverse = (text: string): string => [...text].reverse().join('');
  const box: SecretBox = {
    isEncryptionAvailable: () => true,
    encryptString: (text) => Buffer.from(reverse(text)),
    decryptString: (sealed) => reverse(sealed.toString()),
  };
  const me = {
    deviceId: 'd',
    gateId: 'g',
    locationId: 'l',
    centralUrl: 'https://central.example/',
    deviceToken: 'a-secret-token',
  };

  test('comes back as it was written, its token sealed and the file for its owner alone', () => {
    const home = newHome();
    writeIdentity(home, box, me);
    expect(readIdentity(home, box)).toEqual(me);
    expect(readFileSync(path.join(home, 'identity.json'), 'utf8')).not.toContain('a-secret-token');
    expect(statSync(path.join(home, 'identity.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(home)).toEqual(['identity.json']);
  });

  test.each(['', '{}', '{"deviceId":1}', 'x'])('a file that says %j is no identity', (text) => {
    const home = newHome();
    mkdirSync(home, { recursive: true });
    writeFileSync(path.join(home, 'identity.json'), text);
    expect(readIdentity(home, box)).toBeUndefined();
  });
});

describe('faults', () => {
  const board = () => {
    const facts: Fact[] = [];
    let changes = 0;
    const faults = createFaultBoard({
      nowMs: () => START_MS,
      record: (fact) => facts.push(fact),
      changed: () => (changes += 1),
    });
    return { faults, facts, changes: () => changes };
  };

  test('the same trouble twice is one fault, its end one recovery', () => {
    const { faults, facts } = board();
    faults.raise('port_lost', 'door-1');
    faults.raise('port_lost', 'door-1');
    faults.clear('door-1');
    faults.clear('door-1');
    expect(facts.map(({ type }) => type)).toEqual(['device.fault', 'device.recovered']);
    expect(faults.open()).toEqual([]);
  });

  test('parts have faults of their own', () => {
    const { faults } = board();
    faults.raise('port_lost', 'door-1');
    faults.raise('port_lost', 'door-2');
    faults.clear('door-1');
    expect(faults.open().map(({ part }) => part)).toEqual(['door-2']);
  });

  test('being offline is a state, not a fault on record', () => {
    const { faults, facts, changes } = board();
    faults.raise('central_unreachable', 'central');
    expect([facts.length, changes()]).toEqual([0, 1]);
  });
});

describe('acts of which nothing more is known', () => {
  const event = (id: string, type: string, data: object): EventEnvelope =>
    ({ id, type, data }) as unknown as EventEnvelope;
  const act = event('act', 'presence.checked_in', { mode: 'scan', laneId: 'lane-1' });
  test.each<[string, EventEnvelope[], string[]]>([
    ['an act alone', [act], ['act']],
    ['an act whose door opened', [act, event('e', 'door.opened', { causeId: 'act' })], []],
    ['an act whose door had a fault', [act, event('e', 'device.fault', { causeId: 'act' })], []],
    ['a checkout by hand', [event('x', 'presence.checked_out', { mode: 'manual' })], []],
    ['a refusal', [event('x', 'access.refused', {})], []],
    ['an act at a lane without a door', [event('x', 'presence.checked_in', { mode: 'scan', laneId: 'lane-2' })], []],
  ])('%s', (_what, events, ids) => {
    expect(actsWithoutEffect(events, (laneId) => laneId === 'lane-1')).toEqual(ids);
  });
});

describe('addresses', () => {
  test.each([
    ['https://central.example', 'https://central.example/'],
    ['central.example/api', 'https://central.example/api'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['http://central.example', undefined],
    ['ftp://central.example', undefined],
    ['', undefined],
    ['not an address', undefined],
  ])('%j is central at %s', (typed, url) => {
    expect(centralAddress(typed)).toBe(url);
  });

  test('an enrolment code is read, anything else is not', () => {
    const code = 'gatehouse:enrol?u=https%3A%2F%2Fcentral.example&c=ABC-123';
    expect(enrolmentIn(code)).toMatchObject({ centralUrl: 'https://central.example', enrolmentCode: 'ABC-123' });
    expect(enrolmentIn('CARD-1')).toBeUndefined();
  });

  test.each([
    ['app://gatehouse/kiosk.html', true],
    ['app://gatehouse.example/kiosk.html', false],
    ['app://gatehouse@evil.example/kiosk.html', false],
    ['https://gatehouse/kiosk.html', false],
    ['file:///kiosk.html', false],
    ['', false],
  ])('%s is ours: %s', (url, ours) => {
    expect(isOurs(url)).toBe(ours);
  });

  test.each([
    ['app://gatehouse/desk.html', '/app/desk.html'],
    ['app://gatehouse/assets/a.js?x=1', '/app/assets/a.js'],
    ['app://gatehouse/%2e%2e%2fsecret', undefined],
    ['app://gatehouse/..%2f..%2fetc/passwd', undefined],
    ['app://gatehouse/%00', undefined],
    ['app://gatehouse/%E0%A4%A', undefined],
    ['app://elsewhere/desk.html', undefined],
    ['app://gatehouse/', '/app/'],
  ])('%s leads to %s', (url, file) => {
    expect(fileFor(url, '/app')).toBe(file);
  });
});

test.each([
  [0, 0, undefined],
  [5000, 5000, undefined],
  [6900, 5000, undefined],
  [3_605_000, 5000, 3_600_000],
  [-86_395_000, 5000, -86_400_000],
])('wall %d ms on, monotonic %d ms on: a jump of %s', (wallMs, monotonicMs, byMs) => {
  expect(clockJump({ wallMs: 0, monotonicMs: 0 }, { wallMs, monotonicMs })).toBe(byMs);
});

describe('staleness (G3)', () => {
  const HOUR_MS = 3_600_000;
  const policy = policySchema.parse({
    id: 'p',
    locationId: 'l',
    staleWarnHours: 4,
    staleAskHours: 72,
    staleRefuseHours: 168,
  });
  test.each([
    [undefined, 'never'],
    [0, 'fresh'],
    [4 * HOUR_MS - 1, 'fresh'],
    [4 * HOUR_MS, 'warn'],
    [72 * HOUR_MS, 'ask'],
    [168 * HOUR_MS, 'refuse'],
    [-HOUR_MS, 'fresh'],
  ])('data %s ms old are %s', (ageMs, level) => {
    expect(staleness(policy, ageMs === undefined ? undefined : START_MS - ageMs, START_MS).level).toBe(level);
  });
});

test.each([
  [{ status: 'not_required' }, 'not_required'],
  [{ status: 'missing' }, 'missing'],
  [{ status: 'complete' }, 'ok'],
  [{ status: 'complete', validUntil: '2026-03-02T06:00:00.000Z' }, 'ended'],
  [{ status: 'complete', validUntil: '2026-03-10T06:00:00.000Z' }, 'ending'],
  [{ status: 'complete', validUntil: '2026-06-02T06:00:00.000Z' }, 'ok'],
] as const)('%j is the light %s', (requirement, state) => {
  expect(light(requirement, START_MS).state).toBe(state);
});

describe('waiting for one person (D1)', () => {
  const anna = { workerId: 'anna', name: 'Anna Kowalska' };
  const shown = (workerId?: string) =>
    ({
      decision: {
        kind: 'refuse',
        code: 'too_early',
        direction: 'in',
        facts: {},
        notes: [],
        ...(workerId ? { workerId } : {}),
      },
    }) as const;
  test.each([
    ['her own badge ends it', shown('anna'), undefined],
    ['another badge is said by name', shown('ben'), { ...anna, other: 'Ben' }],
    ['an unknown code is said without one', shown(), { ...anna, other: '' }],
  ])('%s', (_what, outcome, expected) => {
    expect(expectingAfter(anna, outcome, () => 'Ben')).toEqual(expected);
  });
});

test('a signature that held is remembered, one that did not is looked at every time', () => {
  const key = { id: 'k', alg: 'EdDSA', jwk: { kty: 'OKP', crv: 'Ed25519', x: 'x' } } as const;
  let looks = 0;
  const verify = rememberVerified((_key, data) => {
    looks += 1;
    return data[0] === 1;
  });
  const bytes = (first: number): Uint8Array => Uint8Array.of(first, 2, 3);
  for (let i = 0; i < 3; i += 1) expect(verify(key, bytes(1), bytes(9))).toBe(true);
  expect(looks).toBe(1);
  for (let i = 0; i < 3; i += 1) expect(verify(key, bytes(7), bytes(9))).toBe(false);
  expect(looks).toBe(4);
  expect(verify({ ...key, jwk: { ...key.jwk, x: 'y' } }, bytes(1), bytes(9))).toBe(true);
  expect(looks).toBe(5);
});
