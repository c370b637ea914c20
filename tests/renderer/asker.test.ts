import { expect, test } from 'vitest';
import type { DeskBridge } from '../../preload/contract.ts';
import { guardBridge, type Need } from '../../renderer/desk/session/asker.ts';

/** A bridge whose one call is refused as often as there are refusals left. */
function refusing(refusals: string[], answers: readonly boolean[]) {
  const asks: Need[] = [];
  const left = [...answers];
  const call = (payload: unknown): Promise<unknown> => {
    const refusal = refusals.shift();
    return refusal === undefined ? Promise.resolve(payload) : Promise.reject(new Error(refusal));
  };
  const bridge = guardBridge({ expectPerson: call } as unknown as DeskBridge, (need) => {
    asks.push(need);
    return Promise.resolve(left.shift() ?? false);
  });
  return { call: () => bridge.expectPerson({ workerId: 'w-1' }) as Promise<unknown>, asks };
}
const WORDS = "Error invoking remote method 'desk:call:expectPerson': Refused: ";

test('a call that nobody answers for yet asks, and goes on by itself', async () => {
  const { call, asks } = refusing([`${WORDS}sign_in_needed gate.work`], [true]);
  expect(await call()).toEqual({ workerId: 'w-1' });
  expect(asks).toEqual([{ code: 'sign_in_needed', right: 'gate.work' }]);
});

test('a guard signs in, then a supervisor vouches', async () => {
  const { call, asks } = refusing(
    [`${WORDS}sign_in_needed override.give`, `${WORDS}not_allowed override.give`],
    [true, true],
  );
  expect(await call()).toEqual({ workerId: 'w-1' });
  expect(asks.map(({ code }) => code)).toEqual(['sign_in_needed', 'not_allowed']);
});

test.each<[string, string[], boolean[]]>([
  ['whoever was asked gives up', [`${WORDS}sign_in_needed gate.work`], [false]],
  ['it was something else', ['the page went away'], []],
  [
    'it is refused again and again',
    Array.from({ length: 9 }, () => `${WORDS}not_allowed gate.work`),
    [true, true, true],
  ],
])('a call stays refused when %s', async (_name, refusals, answers) => {
  const said = refusals.at(-1);
  const { call } = refusing(refusals, answers);
  await expect(call()).rejects.toThrow(said);
});

test('what a page asks of its own accord is refused without a question to anybody', async () => {
  const asks: Need[] = [];
  const refusal = new Error(`${WORDS}sign_in_needed workers.see`);
  const bridge = guardBridge({ listWorkers: () => Promise.reject(refusal) } as unknown as DeskBridge, (need) => {
    asks.push(need);
    return Promise.resolve(true);
  });
  await expect(bridge.listWorkers({ query: '', offset: 0, limit: 1 })).rejects.toBe(refusal);
  expect(asks).toEqual([]);
});
