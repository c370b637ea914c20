import type { DoorDriver } from '../messages.ts';
import type { SimLanguage } from './sim-board.ts';
import { simDcttech } from './sim-dcttech.ts';
import { simDevantech } from './sim-devantech.ts';
import { simKmtronic } from './sim-kmtronic.ts';
import { simLcus } from './sim-lcus.ts';
import { simModbusAscii, simModbusRtu } from './sim-modbus.ts';
import { simNumato } from './sim-numato.ts';

/** What a simulated board of each family understands, at this unit address and with so many relays. */
export const SIM_LANGUAGES: Readonly<Record<DoorDriver, (unit: number, channels: number) => SimLanguage>> = {
  lcus: () => simLcus,
  'modbus-rtu': (unit, channels) => simModbusRtu({ unit, channels, flash: true }),
  'modbus-rtu-0100': (unit, channels) => simModbusRtu({ unit, channels, habits: { onValue: 0x0100, firstCoil: 1 } }),
  'modbus-ascii': (unit, channels) => simModbusAscii({ unit, channels }),
  'kmtronic-2': () => simKmtronic(2),
  'kmtronic-4': () => simKmtronic(4),
  'kmtronic-8': () => simKmtronic(8),
  numato: () => simNumato,
  devantech: () => simDevantech,
  'dcttech-hid': () => simDcttech,
};
