import type { DoorConfig } from '../messages.ts';
import type { RelayDialect } from './dialect.ts';
import { lcus } from './lcus.ts';
import { modbusRtu } from './modbus-rtu.ts';

/** Every family of boards that a door may name. One more: a dialect beside these, its name in `DOOR_DRIVERS`, a row here. */
export const RELAY_DRIVERS: Readonly<Record<DoorConfig['driver'], RelayDialect>> = {
  lcus,
  'modbus-rtu': modbusRtu,
};
