import { describe, expect, test } from 'vitest';
import { deviceFault } from '../../../native/fault.ts';
import {
  isStuck,
  relayStep,
  relayWish,
  STUCK_TRIES,
  type RelayInput,
  type RelayLife,
  type RelayNature,
} from '../../../native/relay/relay-life.ts';

const HOST_TIMED: RelayNature = { timedBy: 'host', readable: true, echoes: false };
const BOARD_TIMED: RelayNature = { timedBy: 'board', readable: true, echoes: true };
const BLIND: RelayNature = { timedBy: 'host', readable: false, echoes: false };
const ECHO_ONLY: RelayNature = { timedBy: 'board', readable: false, echoes: true };

const pulse = { requestIds: ['r1'], pulseMs: 3000, tries: 0, written: false, echoed: false };
const orderOn: RelayLife = { at: 'order_on', pulse, dueAtMs: 0 };
const checkOn: RelayLife = { at: 'check_on', pulse: { ...pulse, written: true }, dueAtMs: 0, endsAtMs: 3000 };
const on: RelayLife = { at: 'on', endsAtMs: 3000 };
const checkOff: RelayLife = { at: 'check_off', tries: 1, dueAtMs: 0 };
const rest: RelayLife = { at: 'rest' };
const LOST = deviceFault('port_lost', 'bad file descriptor');

const seen = (state: boolean, atMs = 100): RelayInput => ({ type: 'seen', on: state, atMs });
const ordered = (order: 'on' | 'off', echoed = false): RelayInput => ({ type: 'ordered', order, echoed, atMs: 100 });
const asked: RelayInput = { type: 'asked', requestId: 'r2', pulseMs: 1000, atMs: 100 };
const verified = [{ requestId: 'r1', result: { ok: true, confirmation: 'verified' } }];

describe('one relay', () => {
  test.for<[string, RelayLife, RelayInput, RelayNature, Partial<RelayLife>, unknown[]]>([
    ['takes a pulse at rest', rest, asked, HOST_TIMED, { at: 'order_on' }, []],
    [
      'waits for the read-back of its order',
      orderOn,
      ordered('on'),
      HOST_TIMED,
      { at: 'check_on', endsAtMs: 3100 },
      [],
    ],
    ['seen on, is verified and on from then', checkOn, seen(true), HOST_TIMED, { at: 'on', endsAtMs: 3100 }, verified],
    [
      'timed by the board, ends when the board began',
      checkOn,
      seen(true),
      BOARD_TIMED,
      { at: 'on', endsAtMs: 3000 },
      verified,
    ],
    ['still seen off, is ordered on again', checkOn, seen(false), HOST_TIMED, { at: 'order_on' }, []],
    ['is ordered off at its end', on, ordered('off'), HOST_TIMED, { at: 'check_off', tries: 1 }, []],
    ['seen off, is at rest', checkOff, seen(false), HOST_TIMED, rest, []],
    ['still seen on, is ordered off again', checkOff, seen(true), HOST_TIMED, { at: 'order_off', dueAtMs: 300 }, []],
    ['ended by the board, is at rest', on, seen(false, 3200), BOARD_TIMED, rest, []],
    ['not ended by the board, is ordered off', on, seen(true, 3200), BOARD_TIMED, { at: 'order_off' }, []],
    ['on that nobody asked for, is ordered off', rest, seen(true), HOST_TIMED, { at: 'order_off', tries: 0 }, []],
    ['not confirmed off, may be asked again', checkOff, asked, HOST_TIMED, { at: 'order_on' }, []],
    ['lost, is adrift', on, { type: 'line_lost', fault: LOST }, HOST_TIMED, { at: 'adrift' }, []],
    [
      'ordered without an echo, is ordered again where that is all there is',
      orderOn,
      ordered('on'),
      ECHO_ONLY,
      { at: 'order_on' },
      [],
    ],
  ])('%s', ([, life, input, nature, next, answers]) => {
    const step = relayStep(life, input, nature);
    expect(step.life).toMatchObject(next);
    expect(step.answers).toEqual(answers);
  });

  test.for<[string, RelayLife, RelayInput, RelayNature, unknown]>([
    ['blind without echo or read-back', orderOn, ordered('on'), BLIND, { ok: true, confirmation: 'blind' }],
    ['echoed without read-back', orderOn, ordered('on', true), ECHO_ONLY, { ok: true, confirmation: 'echoed' }],
    [
      'echoed when the board has ended its pulse before anybody could look',
      { ...checkOn, pulse: { ...pulse, echoed: true } },
      seen(false, 3001),
      BOARD_TIMED,
      { ok: true, confirmation: 'echoed' },
    ],
    [
      'relay_stuck after three tries',
      { ...checkOn, pulse: { ...pulse, tries: 2 } },
      seen(false),
      HOST_TIMED,
      { ok: false, code: 'relay_stuck' },
    ],
    [
      'the line’s own fault while nothing is written',
      orderOn,
      { type: 'line_lost', fault: LOST },
      HOST_TIMED,
      { ok: false, code: 'port_lost' },
    ],
    [
      'pulse_unconfirmed once the order is out',
      checkOn,
      { type: 'line_lost', fault: LOST },
      HOST_TIMED,
      { ok: false, code: 'pulse_unconfirmed' },
    ],
  ])('answers %s', ([, life, input, nature, result]) => {
    expect(relayStep(life, input, nature).answers).toMatchObject([{ requestId: 'r1', result }]);
  });

  test('an order that waits for its echo counts as out', () => {
    const { life } = relayStep(orderOn, { type: 'written', order: 'on' }, BOARD_TIMED);
    const { answers } = relayStep(life, { type: 'line_lost', fault: LOST }, BOARD_TIMED);
    expect(answers).toMatchObject([{ result: { code: 'pulse_unconfirmed' } }]);
  });

  test.for<[RelayLife['at'], RelayLife]>([
    ['order_on', orderOn],
    ['check_on', checkOn],
  ])('in %s, a second pulse joins the first', ([at, life]) => {
    const { life: next } = relayStep(life, asked, HOST_TIMED);
    expect(next).toMatchObject({ at, pulse: { requestIds: ['r1', 'r2'], pulseMs: 3000 } });
  });

  test('a second pulse makes one that runs longer, never shorter', () => {
    expect(relayStep(on, asked, HOST_TIMED).life).toMatchObject({ at: 'order_on', pulse: { pulseMs: 2900 } });
    const late: RelayInput = { ...asked, atMs: 2900 } as RelayInput;
    expect(relayStep(on, late, HOST_TIMED).life).toMatchObject({ at: 'order_on', pulse: { pulseMs: 1000 } });
  });

  test('an off order without effect is repeated, more slowly once the relay counts as stuck', () => {
    let life: RelayLife = { at: 'order_off', tries: 0, dueAtMs: 0 };
    const pauses: number[] = [];
    for (let tries = 0; tries < STUCK_TRIES + 1; tries++) {
      life = relayStep(life, ordered('off'), HOST_TIMED).life;
      life = relayStep(life, seen(true), HOST_TIMED).life;
      pauses.push(relayWish(life, HOST_TIMED)!.dueAtMs - 100);
    }
    expect(pauses).toEqual([200, 200, 200, 200, 1000, 1000]);
    expect(isStuck(life)).toBe(true);
  });

  test('wants to be switched off at its end by the host, or looked at a little after it', () => {
    expect(relayWish(on, HOST_TIMED)).toEqual({ write: 'off', dueAtMs: 3000 });
    expect(relayWish(on, BOARD_TIMED)).toEqual({ write: 'query', dueAtMs: 3150 });
    expect(relayWish(on, ECHO_ONLY)).toEqual({ write: 'off', dueAtMs: 3150 });
  });
});
