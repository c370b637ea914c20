import { describe, expect, test } from 'vitest';
import { CASES } from '../../central/demo/cases.ts';
import { demoBadges } from '../../central/demo/badges.ts';
import { letSomeIn } from '../../central/demo/inside.ts';
import { PEOPLE } from '../../central/demo/people.ts';
import { seedDemo } from '../../central/demo/seed.ts';
import { GOODS_GATE, RIVERSIDE } from '../../central/demo/site.ts';
import { CODES, type Code } from '../../core/codes.ts';
import { readText } from '../../core/credential/read-text.ts';
import type { Credential, CredentialFault } from '../../core/credential/credential.ts';
import { decide } from '../../core/decide/decide.ts';
import type { Dossier } from '../../core/decide/dossier.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { EntityName, EntityOf } from '../../core/site/entities.ts';
import type { Change } from '../../core/sync/wire.ts';
import { createVerifySignature } from '../../main/verify.ts';
import { publish } from '../../central/sync/publish.ts';
import { enrolled, sha256, startCentral, START_MS, type RunningCentral } from './running-central.ts';

const HOUR_MS = 3_600_000;
const verify = createVerifySignature();

/** What Riverside Tower's gate answers to a first scan, from nothing but what it pulls. */
function answer(cache: ReadonlyMap<string, Change>, text: string, nowMs: number): Code {
  const all = <N extends EntityName>(entity: N) =>
    [...cache.values()].filter((change) => change.entity === entity).map(({ data }) => data as EntityOf<N>);
  const credential = credentialOf(text, all('issuerKey'), nowMs);
  const badge = credential.ok ? badgeOf(credential.value, all('badge')) : undefined;
  const workerId =
    badge?.workerId ?? (credential.ok && credential.value.kind === 'signed' ? credential.value.workerId : undefined);
  const worker = all('worker').find(({ id }) => id === workerId);
  const orderIds = all('assignment')
    .filter((one) => one.workerId === workerId)
    .map(({ workOrderId }) => workOrderId);
  const location = all('location').find(({ id }) => id === RIVERSIDE);
  const policy = all('policy').find(({ locationId }) => locationId === RIVERSIDE);
  if (!location || !policy) throw new Error('the gate was not told of its place');
  const dossier: Dossier = {
    credential,
    laneDirection: 'in',
    nowMs,
    location,
    policy,
    clients: all('client').filter(({ id }) => location.clientIds.includes(id)),
    ...(badge ? { badge } : {}),
    ...(worker ? { worker } : {}),
    connections: all('connection').filter((one) => one.workerId === workerId),
    workOrders: all('workOrder').filter(({ id }) => orderIds.includes(id)),
    roster: all('rosterEntry')
      .filter((one) => one.workerId === workerId)
      .flatMap((entry) => {
        const booking = all('booking').find(({ id }) => id === entry.bookingId);
        return booking ? [{ entry, booking }] : [];
      }),
    locationNames: Object.fromEntries(all('location').map(({ id, name }) => [id, name])),
    insideCount: 0,
    dataAgeMs: 0,
  };
  return decide(dossier).code;
}

function credentialOf(text: string, keys: EntityOf<'issuerKey'>[], nowMs: number): Result<Credential, CredentialFault> {
  const scanned = readText(text, { keys, verify, nowMs });
  if (!scanned.ok) return scanned;
  return scanned.value.kind === 'credential' ? ok(scanned.value.credential) : fail('unknown_format');
}

const badgeOf = (credential: Credential, badges: EntityOf<'badge'>[]) =>
  badges.find((badge) =>
    credential.kind === 'opaque'
      ? badge.code === credential.code
      : credential.kind === 'signed' && badge.id === credential.badgeId,
  );

async function answers(running: RunningCentral) {
  const { cache } = await (await enrolled(running)).copy();
  const badges = await demoBadges(running.central);
  const given = Object.fromEntries(badges.map(({ key, text }) => [key, answer(cache, text, running.clock.nowMs)]));
  return { given, expected: Object.fromEntries(badges.map(({ key, expected }) => [key, expected])) };
}

describe('the gate answers each demo badge as its page says', () => {
  test.each([0, 1, 4, 8])('%i hours after the demo was filled', async (hours) => {
    const running = await startCentral();
    running.clock.nowMs += hours * HOUR_MS;
    const { given, expected } = await answers(running);
    expect(given).toEqual(expected);
  });

  test.each([
    ['a day', 26],
    ['three weeks', 21 * 24],
    ['two hundred and fifty days', 250 * 24],
  ])('after %s and a restart on the same folder, with the same badges', async (_long, hours) => {
    const first = await startCentral();
    const badges = await demoBadges(first.central);
    await first.stop();
    const second = await startCentral({ directory: first.directory, nowMs: START_MS + hours * HOUR_MS });
    expect(await demoBadges(second.central)).toEqual(badges);
    const { given, expected } = await answers(second);
    expect(given).toEqual(expected);
  });
});

describe('the demo site', () => {
  /**
   * These depend on what happened at this gate or another before, on its doors, on the state of its data, on the room inside, or on what
   * staff answer: no badge shows them by itself.
   */
  const BY_SITUATION: readonly Code[] = [
    'grant_ended',
    'scan_needed',
    'already_inside',
    'site_full',
    'data_too_old',
    'data_old_ask',
    'not_recorded',
    'locked_down',
    'fire_alarm',
    'roll_call',
    'other_door_open',
    'inside_other_gate',
    'photo_check',
    'question_asked',
    'answer_unwanted',
    'staff_declined',
    'staff_silent',
  ];

  test('has a badge for every reason not to let somebody in', () => {
    const shown = new Set(CASES.map(({ expected }) => expected));
    const reasons = (Object.keys(CODES) as Code[]).filter((code) =>
      ['refused', 'wait', 'unknown'].includes(CODES[code]),
    );
    expect(reasons.filter((code) => !shown.has(code) && !BY_SITUATION.includes(code))).toEqual([]);
  });

  test('has forty people with badges of their own', async () => {
    const badges = await demoBadges((await startCentral()).central);
    expect(PEOPLE).toHaveLength(40);
    const names = badges.map(({ name }) => name).filter((name) => name !== 'Nobody');
    expect(new Set(names)).toEqual(new Set(PEOPLE.map(({ firstName, lastName }) => `${firstName} ${lastName}`)));
    expect(new Set(badges.map(({ text }) => text)).size).toBe(badges.length);
  });

  test('is not filled twice', async () => {
    const { central } = await startCentral();
    expect(await seedDemo(central)).toBe(false);
  });
});

test('the demo has events with rosters and files, and papers whose files a gate can get (E1, E2)', async () => {
  const running = await startCentral();
  const device = await enrolled(running);
  const all = [...(await device.copy()).cache.values()];
  const of = <N extends EntityName>(entity: N) =>
    all.filter((change) => change.entity === entity).map(({ data }) => data as EntityOf<N>);
  expect(
    of('booking')
      .map(({ status }) => status)
      .sort(),
  ).toEqual(['cancelled', 'completed', 'confirmed', 'confirmed', 'to_be_confirmed']);
  expect(of('rosterEntry')).toHaveLength(10);
  const photos = of('worker').flatMap(({ photo }) => photo ?? []);
  expect(photos.length).toBeGreaterThan(25);
  const documents = of('document');
  expect(documents.map(({ subject }) => subject.kind)).toEqual(expect.arrayContaining(['booking', 'worker']));
  for (const sha256Hex of [photos[0], ...documents.map(({ sha256: hash }) => hash)]) {
    const got = await fetch(`${running.url}/v1/blobs/${sha256Hex}`, {
      headers: { authorization: `Bearer ${device.token}` },
    });
    expect(sha256(new Uint8Array(await got.arrayBuffer()))).toBe(sha256Hex);
  }
});

test('the demo has orders in every stage, and a week of hours to look at (C2, C4)', async () => {
  const { cache } = await (await enrolled(await startCentral())).copy();
  const of = (entity: string) =>
    [...cache.values()].filter((one) => one.entity === entity).map(({ data }) => data ?? {});
  const stages = new Set(of('order').map((order) => String(order['status'])));
  expect(stages).toEqual(new Set(['filled', 'open', 'submitted']));
  const hours = of('timesheet').filter((sheet) => (sheet['spans'] as unknown[]).length > 0);
  expect(new Set(hours.map((sheet) => String(sheet['status'])))).toEqual(new Set(['open', 'approved', 'disputed']));
  expect(hours.length).toBeGreaterThan(40);
});

test('the demo has some people inside when it is to be busy, by the other gate, and puts nobody back in later', async () => {
  const running = await startCentral();
  await letSomeIn(running.central);
  const device = await enrolled(running);
  const inside = async () =>
    [...(await device.copy()).cache.values()].filter(
      ({ entity, data }) => entity === 'presence' && (data as { inside: boolean }).inside,
    );
  expect((await inside()).map(({ data }) => (data as EntityOf<'presence'>).gateId)).toEqual(Array(5).fill(GOODS_GATE));
  const one = (await inside())[0]?.data as EntityOf<'presence'>;
  await running.central.store.write((rows) => publish(rows, 'presence', { ...one, inside: false }, START_MS));
  await letSomeIn(running.central);
  expect(await inside()).toHaveLength(4);
});
