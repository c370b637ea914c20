import { describe, expect, test } from 'vitest';
import { bench, CONTACT, door, FIRE } from './door-bench.ts';

describe('rules that the settings give a door', () => {
  const REX = { which: 'rex', from: 3, wiring: 'NO' };
  const ruled = (rules: object, more: object = {}) => door({ inputs: [CONTACT, FIRE, REX], rules, ...more });
  const used = async (rules: object, openMs: number): Promise<string[]> => {
    const { sense, watch, time, newly } = bench({ configs: [ruled(rules)] });
    sense('contact', false);
    await watch.release('door-1', { id: 'act-1' }, 'in');
    sense('contact', true);
    newly();
    await time.pass(openMs);
    sense('contact', false);
    return newly().filter((line) => !line.startsWith('door.closed'));
  };

  test.each<[string, object, number, string[]]>([
    ['as usual, open for 29 s', {}, 29_000, []],
    ['as usual, open for 31 s', {}, 31_000, ['door.held door-1 30000']],
    ['a goods gate, open for 31 s', { heldAfterMs: 300_000 }, 31_000, []],
    ['a bank door, open for 6 s', { heldAfterMs: 5000 }, 6000, ['door.held door-1 5000']],
    ['as usual, open for a blink', {}, 100, []],
    ['a passage takes a second, open for half of one', { passageMs: 1000 }, 500, ['door.unused door-1 nobody_passed']],
    ['a passage takes a second, open for two', { passageMs: 1000 }, 2000, []],
  ])('%s', async (_name, rules, openMs, expected) => {
    expect(await used(rules, openMs)).toEqual(expected);
  });

  test('a door that opened for an act and closed too soon for anybody names the act', async () => {
    const { sense, watch, time, nobodyPassed } = bench({ configs: [ruled({ passageMs: 1000 })] });
    sense('contact', false);
    await watch.release('door-1', { id: 'act-1' }, 'in');
    sense('contact', true);
    await time.pass(500);
    sense('contact', false);
    expect(nobodyPassed).toEqual(['act-1']);
  });

  test.each([
    ['as usual', {}, 4000, true],
    ['with more time', { graceMs: 10_000 }, 4000, false],
    ['with none', { graceMs: 0 }, 1500, true],
  ])('a grant that nobody uses is told of %s', async (_name, rules, afterMs, told) => {
    const { sense, watch, time, trace } = bench({ configs: [ruled(rules)] });
    sense('contact', false);
    await watch.release('door-1', { id: 'act-1' }, 'in');
    await time.pass(afterMs);
    expect(trace.includes('door.unused door-1 not_opened')).toBe(told);
  });

  test.each([
    ['is only noted', {}, []],
    ['releases the door', { exitReleases: true }, ['override.given door-1 exit_request ', 'pulse door-1 1000']],
  ])('a request to exit %s', (_name, rules, expected) => {
    const { sense, newly } = bench({ configs: [ruled(rules)] });
    sense('contact', false);
    sense('rex', true);
    expect(newly()).toEqual(expected);
  });

  test('of an airlock one door names the other, and both wait', () => {
    const inner = ruled({}, { id: 'door-2', channel: 2 });
    const { watch, sense } = bench({ configs: [ruled({ interlockedWith: ['door-2'] }), inner] });
    const blocked = () => ['door-1', 'door-2'].map((id) => watch.entryBlocked(id));
    sense('contact', true);
    expect(blocked()).toEqual([undefined, 'interlock']);
    sense('contact', false);
    watch.input({ type: 'input', doorId: 'door-2', which: 'contact', active: true, atMs: 0 });
    expect(blocked()).toEqual(['interlock', undefined]);
  });

  test('change without the line being read anew', () => {
    const { sense, view, change } = bench({ configs: [ruled({})] });
    sense('contact', false);
    change([ruled({ heldAfterMs: 5000 }, { withoutPower: 'locked' })]);
    expect(view()).toMatchObject({ contact: 'closed', withoutPower: 'locked' });
  });
});
