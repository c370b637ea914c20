import { NOTHING_HELD } from '../serial/framing.ts';
import type { SimFault, SimLanguage, SimOrder } from './sim-board.ts';
import { packed } from './sim-modbus.ts';

/** USB-OPTO-RLY88, firmware 2. */
const IDENTITY = Uint8Array.of(12, 2);
const RELAYS = 8;

/** A Devantech board: one byte, one command. */
export const simDevantech: SimLanguage = (faults) => ({
  maxBytes: 1,
  match: ([command]) => ({ kind: 'frame', frame: order(command!, faults), length: 1 }),
});

function order(command: number, faults: readonly SimFault[]): SimOrder {
  if (command >= 0x65 && command < 0x65 + RELAYS) return switching(command - 0x64, true);
  if (command >= 0x6f && command < 0x6f + RELAYS) return switching(command - 0x6e, false);
  if (command === 0x5a) return { answer: () => IDENTITY };
  if (command === 0x5b && !faults.includes('no_readback')) {
    return {
      answer: (relays) =>
        Uint8Array.from(
          packed(
            relays.map(({ on }) => on),
            0,
            RELAYS,
          ),
        ),
    };
  }
  if (command === 0x19 && !faults.includes('no_inputs')) {
    return { answer: (_relays, inputs) => Uint8Array.from(packed(inputs, 0, RELAYS)) };
  }
  return { answer: () => NOTHING_HELD };
}

const switching = (relay: number, on: boolean): SimOrder => ({ relay, on, answer: () => NOTHING_HELD });
