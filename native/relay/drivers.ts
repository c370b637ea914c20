import type { DoorConfig } from '../messages.ts';
import { dcttechHid } from './dcttech-hid.ts';
import { devantech } from './devantech.ts';
import type { RelayDialect } from './dialect.ts';
import { kmtronic, kmtronicSmall } from './kmtronic.ts';
import { lcus } from './lcus.ts';
import { modbusAscii } from './modbus-ascii.ts';
import { modbusRtu, modbusRtu0100 } from './modbus-rtu.ts';
import { numato } from './numato.ts';

/**
 * Every family of boards that a door may name. One more: a dialect beside these, its name and facts in `DOOR_DRIVERS`
 * (messages.ts), a row here.
 */
export const RELAY_DRIVERS: Readonly<Record<DoorConfig['driver'], RelayDialect>> = {
  lcus,
  'modbus-rtu': modbusRtu,
  'modbus-rtu-0100': modbusRtu0100,
  'modbus-ascii': modbusAscii,
  'kmtronic-2': kmtronicSmall,
  'kmtronic-4': kmtronic(4),
  'kmtronic-8': kmtronic(8),
  numato,
  devantech,
  'dcttech-hid': dcttechHid,
};
