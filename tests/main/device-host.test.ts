import { describe, expect, test } from 'vitest';
import { createDeviceHost, LIST_ANSWER_MS, PULSE_ANSWER_MS, type HostProcess } from '../../main/device-host.ts';
import type { ToHost } from '../../native/messages.ts';
import { virtualTime } from './virtual-time.ts';

function supervised() {
  const time = virtualTime();
  const trace: string[] = [];
  const hosts: { sent: ToHost[]; say: (message: unknown) => void; exit: () => void; killed: boolean }[] = [];
  const fork = (): HostProcess => {
    let listener = (_message: unknown): void => {};
    const exits: (() => void)[] = [];
    const host = {
      sent: [] as ToHost[],
      say: (message: unknown) => listener(message),
      exit: () => exits.splice(0).forEach((run) => run()),
      killed: false,
    };
    hosts.push(host);
    trace.push(`fork @${time.nowMs()}`);
    return {
      send: (message) => void host.sent.push(message),
      onMessage: (next) => void (listener = next),
      onExit: (run) => void exits.push(run),
      kill() {
        host.killed = true;
        host.exit();
      },
    };
  };
  const deviceHost = createDeviceHost({
    fork,
    configuration: () => ({ type: 'configure', scanners: [], doors: [] }),
    onReading: ({ text }) => trace.push(`reading ${text}`),
    onDevice: ({ deviceId, state }) => trace.push(`${deviceId} ${state}`),
    onInput: ({ which, active }) => trace.push(`${which} ${active}`),
    onHost: (state) => trace.push(`host ${state} @${time.nowMs()}`),
    setTimer: time.setTimer,
  });
  return { time, trace, hosts, deviceHost };
}

describe('supervision', () => {
  test('a host that says ready is told what there is', () => {
    const { hosts, trace } = supervised();
    hosts[0]?.say({ type: 'ready' });
    expect(hosts[0]?.sent).toEqual([{ type: 'configure', scanners: [], doors: [] }]);
    expect(trace).toEqual(['fork @0', 'host up @0']);
  });

  test('a host that ends starts anew, slower each time it ends at once', async () => {
    const { hosts, trace, time } = supervised();
    for (let i = 0; i < 3; i += 1) {
      hosts.at(-1)?.exit();
      await time.pass(i === 2 ? 800 : 400);
    }
    expect(trace).toEqual([
      'fork @0',
      'host down @0',
      'fork @200',
      'host down @400',
      'fork @800',
      'host down @800',
      'fork @1600',
    ]);
  });

  test('a host that hangs is asked once more after 8 s of silence, then ended', async () => {
    const { hosts, time } = supervised();
    hosts[0]?.say({ type: 'ready' });
    await time.pass(8999);
    expect(hosts[0]?.killed).toBe(false);
    await time.pass(1);
    expect(hosts[0]?.killed).toBe(true);
  });

  test('a host whose answers waited while main stood still lives', async () => {
    const { hosts, time } = supervised();
    hosts[0]?.say({ type: 'ready' });
    await time.pass(8500);
    hosts[0]?.say({ type: 'pong', n: 2 });
    await time.pass(2000);
    expect(hosts[0]?.killed).toBe(false);
  });

  test('a host that answers pings lives', async () => {
    const { hosts, time } = supervised();
    hosts[0]?.say({ type: 'ready' });
    for (let i = 0; i < 10; i += 1) {
      await time.pass(2000);
      hosts[0]?.say({ type: 'pong', n: 1 });
    }
    expect(hosts[0]?.killed).toBe(false);
    expect(hosts[0]?.sent.filter(({ type }) => type === 'ping')).toHaveLength(10);
  });

  test('what is not a message of the contract is passed over', () => {
    const { hosts, trace } = supervised();
    for (const odd of [undefined, 'x', { type: 'open-sesame' }, { type: 'reading', text: 5 }]) hosts[0]?.say(odd);
    expect(trace).toEqual(['fork @0']);
  });
});

describe('what is plugged in', () => {
  const scanner = { link: 'serial', path: '/dev/ttyUSB0', guess: 'adapter' };

  test('is told by the host', async () => {
    const { hosts, deviceHost } = supervised();
    const listed = deviceHost.list();
    const order = hosts[0]?.sent.at(-1);
    hosts[0]?.say({ type: 'plugged', requestId: order?.type === 'list' ? order.requestId : '', devices: [scanner] });
    expect(await listed).toEqual([scanner]);
  });

  test('is nothing when the host does not say, or is away', async () => {
    const { hosts, deviceHost, time } = supervised();
    const silent = deviceHost.list();
    await time.pass(LIST_ANSWER_MS);
    expect(await silent).toEqual([]);
    const interrupted = deviceHost.list();
    hosts[0]?.exit();
    expect(await interrupted).toEqual([]);
    expect(await deviceHost.list()).toEqual([]);
  });
});

test('a door input is handed on', () => {
  const { hosts, trace } = supervised();
  hosts[0]?.say({ type: 'input', doorId: 'door-1', which: 'contact', active: true, atMs: 5 });
  expect(trace).toEqual(['fork @0', 'contact true']);
});

describe('a pulse', () => {
  test('is answered once with what the board said', async () => {
    const { hosts, deviceHost, time } = supervised();
    const answer = deviceHost.pulse('act-1', 'door-1', 3000);
    hosts[0]?.say({
      type: 'pulsed',
      requestId: 'act-1',
      doorId: 'door-1',
      result: { ok: true, confirmation: 'verified' },
    });
    await time.pass(10_000);
    expect(await answer).toEqual({ ok: true, confirmation: 'verified' });
  });

  test('that nobody answers did not happen as far as anybody may believe', async () => {
    const { deviceHost, time } = supervised();
    const answer = deviceHost.pulse('act-1', 'door-1', 3000);
    await time.pass(PULSE_ANSWER_MS);
    expect(await answer).toMatchObject({ ok: false, code: 'board_silent' });
  });

  test('under way when the host ends is answered, and never sent again to the next host', async () => {
    const { hosts, deviceHost, time } = supervised();
    const answer = deviceHost.pulse('act-1', 'door-1', 3000);
    hosts[0]?.exit();
    expect(await answer).toMatchObject({ ok: false, code: 'device_host_gone' });
    await time.pass(1000);
    hosts[1]?.say({ type: 'ready' });
    expect(hosts[1]?.sent.map(({ type }) => type)).toEqual(['configure']);
  });

  test('while there is no host is answered at once', async () => {
    const { hosts, deviceHost } = supervised();
    hosts[0]?.exit();
    expect(await deviceHost.pulse('act-1', 'door-1', 3000)).toMatchObject({ ok: false, code: 'device_host_gone' });
  });
});

test('stopping asks the host to rest its relays and waits for it to end', async () => {
  const { hosts, deviceHost, time, trace } = supervised();
  const stopped = deviceHost.stop();
  expect(hosts[0]?.sent).toEqual([{ type: 'stop' }]);
  hosts[0]?.exit();
  await stopped;
  await time.pass(10_000);
  expect(trace).toEqual(['fork @0']);
});

test('a host that says it has stopped is not waited for any longer', async () => {
  const { hosts, deviceHost } = supervised();
  const stopped = deviceHost.stop();
  hosts[0]?.say({ type: 'stopped' });
  await stopped;
  expect(hosts[0]?.killed).toBe(true);
});
