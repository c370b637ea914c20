import type { Clock } from '../clock.ts';
import { deviceFault, type DeviceFault } from '../fault.ts';
import type { HidDeviceInfo, HidSeam } from './hid-seam.ts';

export interface HidWatcher {
  /** All HID devices, each time they were looked at. */
  devices(devices: readonly HidDeviceInfo[]): void;
  /** They can't be listed on this computer. */
  trouble(fault: DeviceFault): void;
}

/** Looks at what is plugged in for all HID scanners at once. Returns how to stop watching. */
export type WatchHid = (watcher: HidWatcher) => () => void;

/** Listing all devices takes some milliseconds; a replugged scanner is back within this time. */
const LOOK_EVERY_MS = 1500;

export function watchHid(hid: HidSeam, clock: Clock): WatchHid {
  const watchers = new Set<HidWatcher>();
  let cancel = () => {};
  let looking = false;

  async function look(): Promise<void> {
    cancel();
    if (looking) return;
    looking = true;
    try {
      const devices = await hid.devices();
      for (const watcher of watchers) watcher.devices(devices);
    } catch (error) {
      const fault = deviceFault('port_missing', `HID devices can't be listed: ${String(error)}`);
      for (const watcher of watchers) watcher.trouble(fault);
    }
    looking = false;
    if (watchers.size > 0) cancel = clock.after(LOOK_EVERY_MS, () => void look());
  }

  return (watcher) => {
    watchers.add(watcher);
    void look();
    return () => {
      watchers.delete(watcher);
      if (watchers.size === 0) cancel();
    };
  };
}
