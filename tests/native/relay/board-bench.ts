import {
  DOOR_DRIVERS,
  DRIVER_FACTS,
  serialLineSchema,
  type DoorConfig,
  type DoorDriver,
} from '../../../native/messages.ts';
import { doorInputs } from '../../../native/inputs/door-inputs.ts';
import { runRelayLine } from '../../../native/relay/board.ts';
import type { DoorOnLine } from '../../../native/relay/conversation-state.ts';
import { RELAY_DRIVERS } from '../../../native/relay/drivers.ts';
import {
  newSimBoard,
  simDueMs,
  simHears,
  simInput,
  simWaits,
  type SimFault,
  type SimStep,
} from '../../../native/simulator/sim-board.ts';
import { SIM_LANGUAGES } from '../../../native/simulator/sim-languages.ts';
import { fakePort } from '../fake-port.ts';
import { virtualClock } from '../virtual-clock.ts';

type Driver = DoorConfig['driver'];
export const DRIVERS: readonly Driver[] = DOOR_DRIVERS;
/** As many relays as the tests use, or all that a board of the family has. */
const relaysOf = (driver: DoorDriver): number =>
  driver === 'kmtronic-8' ? 8 : Math.min(4, DRIVER_FACTS[driver].relays);
const ONE_DOOR: readonly DoorOnLine[] = [{ id: 'd1', unit: 1, channel: 1 }];

/** A board on a line, from its first second on; `trace` has what happened, with virtual milliseconds. */
export function bench(
  driver: Driver,
  { faults = [], doors = ONE_DOOR }: { faults?: readonly SimFault[]; doors?: readonly DoorOnLine[] } = {},
) {
  const clock = virtualClock();
  const trace: string[] = [];
  let seen = 0;
  const note = (what: string) => trace.push(what);
  const language = SIM_LANGUAGES[driver](1, relaysOf(driver));
  let board = newSimBoard(relaysOf(driver), faults);
  const port = fakePort((bytes) => take(simHears(language, board, bytes, clock.nowMs())));

  function take(step: SimStep): void {
    board = step.board;
    for (const { relay, on } of step.changes) note(`relay ${relay} ${on ? 'ON' : 'OFF'}`);
    // A real line needs time: no answer is there in the same instant.
    for (const reply of step.replies) clock.after(reply.afterMs + 5, () => port.bytes(reply.bytes));
    const dueMs = simDueMs(board);
    if (dueMs !== undefined) clock.after(dueMs - clock.nowMs(), () => take(simWaits(board, clock.nowMs())));
  }

  const dialect = RELAY_DRIVERS[driver];
  const inputs = doorInputs(doors, dialect.hasUnits, {
    clock,
    tell(message) {
      if (message.type === 'input') note(`${message.doorId} ${message.which} ${message.active ? 'active' : 'at rest'}`);
    },
  });
  const line = runRelayLine({
    inputs,
    line: serialLineSchema.parse({ path: '/dev/ttyUSB0' }),
    dialect,
    doors,
    open: port.open,
    clock,
    tellDoor: (doorId, standing) =>
      note(`${doorId} ${standing.state}${standing.state === 'down' ? ` ${standing.code}` : ''}`),
    answer: (requestId, result) => note(`${requestId} ${result.ok ? result.confirmation : result.code}`),
  });
  return {
    clock,
    port,
    trace,
    line,
    setFaults: (...next: SimFault[]) => void (board = { ...board, faults: next }),
    setInput: (input: number, on: boolean) => void (board = simInput(board, input, on)),
    relays: () => board.relays.map(({ on }) => on),
    /** Runs on and gives all that happened since it was last asked. */
    after(ms: number): string[] {
      clock.advance(ms);
      return trace.slice(seen, (seen = trace.length));
    },
    async settle() {
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    },
  };
}

/** The same, up and at rest. */
export function running(driver: Driver, options: Parameters<typeof bench>[1] = {}) {
  const made = bench(driver, options);
  made.port.opened();
  made.after(2000);
  return made;
}
