import { describe, expect, test } from 'vitest';
import { PEER_PATH } from '../../../core/peers/wire.ts';
import { newPeerKey, openPeerKeys } from '../../../main/peers/keys.ts';
import { seal, unseal } from '../../../main/peers/seal.ts';
import { checkIn, checkOut } from '../fixtures.ts';
import { trimTo } from '../keeping/history.ts';
import { put } from '../site.ts';
import { badLine } from './bad-line.ts';
import { place, type GateOptions } from './gates.ts';

const SOON = { timeout: 12_000, interval: 20 };

/** Two gates; the goods gate asks the main gate over a line that may misbehave, and for no other gate is there a way to it. */
async function overLine(options: GateOptions = { walled: true }) {
  const here = place();
  const [one, two] = [here.enrol(1), here.enrol(2)];
  const main = here.gate(one);
  await expect.poll(main.port, SOON).toBeGreaterThan(0);
  const line = await badLine(main.port);
  const goods = here.gate(two, { addresses: [line.address], ...options });
  await expect.poll(() => goods.peers.view().peers[0]?.heardAtMs, SOON).toBeDefined();
  const trouble = () => goods.peers.view().peers[0]?.trouble;
  return { ...here, main, goods, line, trouble };
}

describe('a line between two gates', () => {
  test.each([
    ['gone', 'silent'],
    ['slow', 'silent'],
    ['old', 'older'],
  ] as const)('that is %s is told so, and what happened meanwhile is heard when it is back', async (state, said) => {
    const { main, goods, line, trouble } = await overLine();
    line.state = state;
    main.act(checkIn('anna'));
    await expect.poll(trouble, SOON).toBe(said);
    expect(goods.inside()).toEqual([]);
    line.state = 'ok';
    await expect.poll(goods.inside, SOON).toEqual(['anna at North gate']);
    expect(trouble()).toBeUndefined();
  });

  test.each([
    ['an ask', 'ask'],
    ['an answer', 'answer'],
  ] as const)('on which %s is changed: nothing of it is taken', async (_what, way) => {
    const { main, goods, line, trouble } = await overLine();
    const bent = (_all: string, before: string, letter: string): string => `${before}${letter === 'A' ? 'B' : 'A'}`;
    line.bend = (went, text) => (went === way ? text.replace(/("sealed":".{40})(.)/, bent) : text);
    main.act(checkIn('anna'));
    await expect.poll(trouble, SOON).toBe('refused');
    expect(goods.inside()).toEqual([]);
  });

  test('on which an older answer is given once more: it opens for nobody', async () => {
    const { main, goods, line, trouble } = await overLine();
    const kept = line.all.findLast((text) => text.startsWith('{"sealed"')) ?? '';
    line.bend = (went, text) => (went === 'answer' ? kept : text);
    main.act(checkIn('anna'));
    await expect.poll(trouble, SOON).toBe('refused');
    expect(goods.inside()).toEqual([]);
  });

  test('tells somebody who listens who asks whom and when, and nothing of people', async () => {
    const { main, goods, line } = await overLine();
    main.act(checkIn('anna-kowalska'));
    await expect.poll(goods.inside, SOON).toHaveLength(1);
    expect(line.all.length).toBeGreaterThan(2);
    expect(line.all.join('')).not.toMatch(/anna|checked_in|gate-1|location-1|welcome/);
    expect(Object.keys(JSON.parse(line.asked[0] ?? '{}')).toSorted()).toEqual([
      'atMs',
      'from',
      'nonce',
      'sealed',
      'to',
    ]);
  });
});

describe('somebody on the same network', () => {
  const post = (port: number, body: string) =>
    fetch(`http://127.0.0.1:${port}${PEER_PATH}`, { method: 'POST', body }).then(({ status }) => status);

  test('who sends once more what a gate asked gets nothing', async () => {
    const { main, line } = await overLine();
    expect(await post(main.port(), line.asked.at(-1) ?? '')).toBe(409);
  });

  test('who sends it to another gate, or as another, gets nothing', async () => {
    const { main, goods, line } = await overLine({});
    const ask = JSON.parse(line.asked.at(-1) ?? '{}') as Record<string, unknown>;
    expect(await post(goods.port(), JSON.stringify(ask))).toBe(403);
    const turned = { ...ask, from: ask['to'], to: ask['from'] };
    expect(await post(goods.port(), JSON.stringify(turned))).toBe(403);
    expect(await post(main.port(), JSON.stringify({ ...ask, nonce: 'A'.repeat(22) }))).toBe(403);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['an ask of no form', '{"from":"a"}'],
    ['more than any ask is long', 'x'.repeat(100_000)],
  ])('who sends %s is told nothing', async (_what, body) => {
    const { main } = await overLine();
    expect(await post(main.port(), body)).toBe(400);
  });

  test('who asks wrongly again and again is not listened to any more, for a while', async () => {
    const { main } = await overLine();
    for (let n = 0; n < 60; n += 1) await post(main.port(), '{}');
    await expect(post(main.port(), '{}')).rejects.toThrow('fetch failed');
    main.clock.advance(61_000);
    expect(await post(main.port(), '{}')).toBe(400);
  });

  test('who has a key that central does not tell of hears nothing and is not heard', async () => {
    const here = place();
    const [one, two] = [here.enrol(1), here.enrol(2)];
    const main = here.gate(one);
    await expect.poll(main.port, SOON).toBeGreaterThan(0);
    const stranger = here.gate({ ...two, peerKey: newPeerKey() }, { addresses: [`127.0.0.1:${main.port()}`] });
    main.act(checkIn('anna'));
    stranger.act(checkIn('ben'));
    await expect.poll(() => stranger.peers.view().peers[0]?.trouble, SOON).toBe('refused');
    expect([main.inside(), stranger.inside()]).toEqual([['anna'], ['ben']]);
  });

  test('a device that central withdraws is not answered any more', async () => {
    const { main, goods, trouble } = await overLine();
    const { deviceId } = goods.identity;
    main.hear({ entity: 'peer', id: deviceId, rev: 9, op: 'delete' });
    main.hear(put('gate', 'gate-9', { name: 'New gate', locationId: 'location-1' }));
    main.act(checkIn('anna'));
    await expect.poll(trouble, SOON).toMatch(/refused|silent/);
    expect(goods.inside()).toEqual([]);
  });
});

describe('a journal', () => {
  test('that does not go on where it was known is followed, and told', async () => {
    const { main, goods, trouble } = await overLine();
    main.act(checkIn('anna'));
    await expect.poll(goods.inside, SOON).toHaveLength(1);
    const { deviceId } = main.identity;
    const { seq } = goods.store.lineOf(deviceId) ?? { seq: 0 };
    goods.store.take(deviceId, [], { seq, hash: 'f'.repeat(64), heardAtMs: 0, address: '' });
    main.act(checkIn('ben'));
    goods.peers.look();
    await expect.poll(goods.inside, SOON).toHaveLength(2);
    expect([trouble(), goods.log.filter((line) => line.includes('"other"')).length]).toEqual(['other', 1]);
  });
});

describe('a journal whose old acts have left', () => {
  const anna = checkIn('anna');

  test('is heard from where it begins now, by a gate that never heard it', async () => {
    const here = place();
    const [one, two] = [here.enrol(1), here.enrol(2)];
    const main = here.gate(one, { find: true });
    main.act(anna, checkIn('ben'), checkOut('ben'), checkIn('cem'), checkIn('dora'));
    trimTo(main, 3, [1]);
    const goods = here.gate(two, { find: true });
    await expect.poll(() => goods.inside().toSorted(), SOON).toEqual(['cem at North gate', 'dora at North gate']);
    expect(goods.peers.view().peers[0]?.trouble).toBeUndefined();
  });

  test.each([
    ['goes on for a gate that knew it up to there', 2, undefined],
    ['begins anew, and says so, for one that did not', 3, 'other'],
  ] as const)('%s', async (_says, throughSeq, said) => {
    const { main, goods, line, trouble } = await overLine();
    main.act(anna, checkIn('ben'));
    await expect.poll(() => goods.store.lineOf(main.identity.deviceId)?.seq, SOON).toBe(2);
    line.state = 'gone';
    main.act(checkIn('cem'), checkIn('dora'));
    trimTo(main, throughSeq);
    line.state = 'ok';
    await expect.poll(() => goods.store.lineOf(main.identity.deviceId)?.seq, SOON).toBe(4);
    expect([goods.inside().toSorted().at(-1), trouble()]).toEqual(['dora at North gate', said]);
  });
});

describe('a seal', () => {
  const [mine, other] = [openPeerKeys(newPeerKey()), openPeerKeys(newPeerKey())];
  const shared = mine.sharedWith(other.publicKey) ?? Buffer.alloc(0);
  const ask = { from: 'a', to: 'b', atMs: 5, nonce: 'A'.repeat(22) };
  const sealed = seal(shared, { way: 'ask', ask }, 'words');

  test('opens for the other of the two', () => {
    expect(other.sharedWith(mine.publicKey)).toEqual(shared);
    expect(unseal(shared, { way: 'ask', ask }, sealed)).toBe('words');
  });

  test.each([
    ['as an answer', { way: 'answer', ask }],
    ['from another', { way: 'ask', ask: { ...ask, from: 'c' } }],
    ['to another', { way: 'ask', ask: { ...ask, to: 'c' } }],
    ['of another time', { way: 'ask', ask: { ...ask, atMs: 6 } }],
    ['of another ask', { way: 'ask', ask: { ...ask, nonce: 'B'.repeat(22) } }],
  ] as const)('does not open %s', (_says, sealing) => {
    expect(unseal(shared, sealing, sealed)).toBeUndefined();
  });

  test.each(['', 'AAAA', sealed.slice(0, -8)])('cut short is no seal: %j', (cut) => {
    expect(unseal(shared, { way: 'ask', ask }, cut)).toBeUndefined();
  });

  test.each(['', 'A'.repeat(43), 'no key'])('%j is no key to share with', (publicKey) => {
    expect(mine.sharedWith(publicKey)).toBeUndefined();
  });
});
