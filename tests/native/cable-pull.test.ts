/**
 * Real cables (pseudo terminals) pulled in the middle of pulses, under the real host. A hundred times;
 * GATEHOUSE_CABLE_PULLS=1000 takes three minutes or so. What must hold at every moment holds here; how fast, to the
 * millisecond, is in relay/cable-pull.test.ts, and the figures of this run are printed.
 */
import { expect, test } from 'vitest';
import { systemClock } from '../../native/clock.ts';
import { serialTransport } from '../../native/serial/transport.ts';
import { playBoard } from '../../native/simulator/play-board.ts';
import { SIM_LANGUAGES } from '../../native/simulator/sim-languages.ts';
import { startHost, type HostProcess } from './bench.ts';
import { serialCable, type SerialCable } from './pty.ts';

const PULLS = Number(process.env['GATEHOUSE_CABLE_PULLS'] ?? 100);
const DRIVERS = [
  'lcus',
  'modbus-rtu',
  'numato',
  'devantech',
  'lcus',
  'modbus-rtu',
  'modbus-ascii',
  'kmtronic-8',
] as const;
const PULSE_MS = 600;

interface Lane {
  readonly doorId: string;
  readonly cable: SerialCable;
  /** Every time the relay was switched on, and when last. */
  readonly board: { ons: number; onSinceMs: number; longestAfterReturnMs: number; returnedMs: number };
}

/** What a cable has gone through. */
interface Tally {
  readonly secondPulses: number;
  readonly faults: readonly string[];
  readonly recoveryMs: number;
}

test('a pulled cable leaves no second pulse and no relay on, and each pull is a fault on record', async () => {
  await using cables = new AsyncDisposableStack();
  const lanes: Lane[] = [];
  for (const [at, driver] of DRIVERS.entries()) {
    const cable = cables.use(await serialCable());
    const board: Lane['board'] = { ons: 0, onSinceMs: 0, longestAfterReturnMs: 0, returnedMs: -1 };
    const channels = driver === 'kmtronic-8' ? 8 : 4;
    const played = playBoard({
      port: cable.far,
      language: SIM_LANGUAGES[driver](1, channels),
      channels,
      open: serialTransport(systemClock),
      clock: systemClock,
      // A real board need not open anything: it is back when its end is.
      opened: () => void (board.returnedMs = performance.now()),
      moved({ on }) {
        const nowMs = performance.now();
        if (on) {
          board.ons += 1;
          board.onSinceMs = nowMs;
          return;
        }
        // Only a relay that the pull has caught: one that came on later ends by its own pulse.
        if (board.onSinceMs > board.returnedMs) return;
        board.longestAfterReturnMs = Math.max(board.longestAfterReturnMs, nowMs - board.returnedMs);
      },
    });
    cables.defer(() => played.close());
    lanes.push({ doorId: `d${at}`, cable, board });
  }
  const doors = lanes.map(({ doorId, cable }, at) => ({
    id: doorId,
    name: doorId,
    path: cable.near,
    driver: DRIVERS[at],
  }));
  await using host = await startHost({ doors });
  const each = Math.ceil(PULLS / lanes.length);
  const tallies = await Promise.all(lanes.map((lane) => pullAgainAndAgain(lane, host, each)));
  expect(tallies.map(({ secondPulses }) => secondPulses)).toEqual(lanes.map(() => 0));
  expect(tallies.map(({ faults }) => faults.length)).toEqual(lanes.map(() => each));
  expect(new Set(tallies.flatMap(({ faults }) => faults))).toEqual(new Set(['port_lost']));

  const worst = Math.max(...lanes.map(({ board }) => board.longestAfterReturnMs));
  console.log(
    `${each * lanes.length} pulls: up again within ${Math.round(Math.max(...tallies.map(({ recoveryMs }) => recoveryMs)))} ms,` +
      ` last relay off ${Math.round(worst)} ms after its cable was back`,
  );
}, 600_000);

async function pullAgainAndAgain({ doorId, cable, board }: Lane, host: HostProcess, pulls: number): Promise<Tally> {
  let [secondPulses, recoveryMs] = [0, 0];
  const faults: string[] = [];
  await host.stands(doorId, 'up');
  for (let pull = 1; pull <= pulls; pull++) {
    const onsBefore = board.ons;
    const from = host.heard.all.length;
    await host.pulse(`${doorId}-${pull}`, doorId, PULSE_MS);
    await pause(Math.random() * PULSE_MS);
    await cable.pull();
    const { code } = await host.stands(doorId, 'down', from);
    if (code) faults.push(code);
    const beforeReturn = host.heard.all.length;
    await pause(Math.random() * 300);
    await cable.plug();
    const pluggedMs = performance.now();
    // Up means: read back at rest. A second pulse would show in the count.
    await host.stands(doorId, 'up', beforeReturn);
    recoveryMs = Math.max(recoveryMs, performance.now() - pluggedMs);
    secondPulses += board.ons - onsBefore - 1;
  }
  return { secondPulses, faults, recoveryMs };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
