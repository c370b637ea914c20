import { systemClock } from '../../../native/clock.ts';
import type { DoorDriver } from '../../../native/messages.ts';
import { serialTransport } from '../../../native/serial/transport.ts';
import { playBoard } from '../../../native/simulator/play-board.ts';
import { SIM_LANGUAGES } from '../../../native/simulator/sim-languages.ts';
import { serialCable, type SerialCable } from '../../native/pty.ts';

/** A door on a cable of its own that can be pulled, and what its relays did. */
export interface Lane {
  readonly doorId: string;
  readonly driver: Exclude<DoorDriver, 'dcttech-hid'>;
  readonly cable: SerialCable;
  readonly board: { ons: number; onSinceMs: number; longestAfterReturnMs: number; returnedMs: number };
  readonly relays: () => readonly boolean[];
  readonly stop: () => Promise<void>;
}

export interface Tally {
  readonly secondPulses: number;
  /** Slowest, from the cable's return to the door being ready on the desk. */
  readonly recoveryMs: number;
}

export async function layLane(doorId: string, driver: Lane['driver']): Promise<Lane> {
  const cable = await serialCable();
  const board: Lane['board'] = { ons: 0, onSinceMs: 0, longestAfterReturnMs: 0, returnedMs: -1 };
  const channels = driver === 'kmtronic-8' ? 8 : 4;
  const played = playBoard({
    port: cable.far,
    language: SIM_LANGUAGES[driver](driver === 'modbus-ascii' ? 254 : 1, channels),
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
  return {
    doorId,
    driver,
    cable,
    board,
    relays: played.relays,
    async stop() {
      await played.close();
      await cable[Symbol.asyncDispose]();
    },
  };
}

interface Pulling {
  readonly lane: Lane;
  readonly pulls: number;
  readonly pulseMs: number;
  readonly open: (doorId: string) => Promise<unknown>;
  /** How each door stands on the desk, kept up to date by somebody else. */
  readonly states: ReadonlyMap<string, string>;
}

/** Releases the door, pulls its cable somewhere in the pulse, plugs it in again and waits until the door is ready. */
export async function pulledAgainAndAgain({ lane, pulls, pulseMs, open, states }: Pulling): Promise<Tally> {
  const { doorId, cable, board } = lane;
  let [secondPulses, recoveryMs] = [0, 0];
  const stands = async (state: string): Promise<void> => {
    while (states.get(doorId) !== state) await pause(5);
  };
  await stands('up');
  for (let pull = 1; pull <= pulls; pull++) {
    const onsBefore = board.ons;
    await open(doorId);
    await pause(Math.random() * pulseMs);
    await cable.pull();
    await stands('down');
    await pause(Math.random() * 300);
    await cable.plug();
    const pluggedMs = performance.now();
    await stands('up');
    recoveryMs = Math.max(recoveryMs, performance.now() - pluggedMs);
    secondPulses += board.ons - onsBefore - 1;
  }
  return { secondPulses, recoveryMs };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
