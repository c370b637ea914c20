import { deviceFault, type DeviceFault } from '../fault.ts';
import { DRIVER_FACTS, type DoorConfig } from '../messages.ts';

/** Doors that hang on one line. */
export type DoorGroup = readonly [DoorConfig, ...DoorConfig[]];

export interface GroupedDoors {
  readonly groups: readonly DoorGroup[];
  /** Doors that can't work as they are set up, and why. */
  readonly misfits: readonly { readonly door: DoorConfig; readonly fault: DeviceFault }[];
}

/** Doors by port. One line has one language and one speed: the first door's. Doors that differ are left out. */
export function groupByLine(doors: readonly DoorConfig[]): GroupedDoors {
  const groups = new Map<string, [DoorConfig, ...DoorConfig[]]>();
  const misfits: { door: DoorConfig; fault: DeviceFault }[] = [];
  const misfit = (door: DoorConfig, detail: string) =>
    misfits.push({ door, fault: deviceFault('door_not_set_up', detail) });
  for (const door of doors) {
    const { relays } = DRIVER_FACTS[door.driver];
    const group = groups.get(door.path);
    if (door.channel > relays) misfit(door, `a ${door.driver} board has no relay ${door.channel}, only ${relays}`);
    else if (!group) groups.set(door.path, [door]);
    else if (lineKey(group[0]) === lineKey(door)) group.push(door);
    else misfit(door, 'another door on this port names another driver or other line settings');
  }
  return { groups: [...groups.values()], misfits };
}

const lineKey = ({ driver, usb, baudRate, dataBits, parity, stopBits }: DoorConfig): string =>
  JSON.stringify([driver, usb, baudRate, dataBits, parity, stopBits]);
