import type { Clock } from '../clock.ts';
import { deviceFault, type DeviceFault } from '../fault.ts';
import { isHidPos, pluggedHid } from '../plugged/hid-devices.ts';
import { closeHid, type HidDeviceInfo, type HidHandle, type HidSeam } from '../hid/hid-seam.ts';
import type { WatchHid } from '../hid/hid-watch.ts';
import { isMeant, type Sought } from '../plugged/identity.ts';
import { needsHidModeReport } from '../plugged/usb-ids.ts';
import type { FromHost, HidScannerConfig } from '../messages.ts';
import type { RunningScanner } from '../running-device.ts';
import { lostFault, openingFault } from '../serial/port-fault.ts';
import { endReportsOnSilence, feedReport, NEXT_REPORT_MS, NO_REPORTS, type ReportsRead } from './hid-report.ts';
import { hidSignal, signalBytes } from './signals.ts';
import { scannerVoice } from './voice.ts';

export interface HidScannerParts {
  readonly hid: HidSeam;
  readonly watch: WatchHid;
  readonly clock: Clock;
  readonly tell: (message: FromHost) => void;
  /** Paths in use by scanners of this host. */
  readonly taken: Set<string>;
  /** Scanners that other entries name: not for one that takes whatever is there. */
  readonly named: readonly Sought[];
}

/** Feature report FE, set to 01. */
const HID_MODE_ON = [0xfe, 0x01];

/** Reads a scanner in HID POS mode for as long as it is wanted, wherever it is plugged in. */
export function runHidScanner(scanner: HidScannerConfig, parts: HidScannerParts): RunningScanner {
  const { hid, clock, taken } = parts;
  const voice = scannerVoice(scanner, parts);
  let inHand = NO_REPORTS;
  let cancelSilence = () => {};
  let open: { readonly path: string; readonly handle: HidHandle | undefined } | undefined;
  let starting = Promise.resolve();
  let closing = Promise.resolve();
  let ended = false;

  const unwatch = parts.watch({
    devices(devices) {
      if (ended) return;
      if (open) {
        if (open.handle && !devices.some(({ path }) => path === open?.path)) lose(lostFault('it was unplugged'));
        return;
      }
      const device = devices.find(isMine);
      if (device?.path !== undefined) starting = start(device.path, device);
      else voice.down(deviceFault('port_missing', whyNone(devices)));
    },
    trouble: (fault) => open ?? voice.down(fault),
  });

  function isMine(device: HidDeviceInfo): boolean {
    const found = isHidPos(device) ? pluggedHid(device) : undefined;
    if (!found || taken.has(found.path)) return false;
    if (scanner.path !== undefined || scanner.usb) return isMeant(scanner, found);
    return !parts.named.some((sought) => isMeant(sought, found));
  }

  async function start(path: string, { vendorId }: HidDeviceInfo): Promise<void> {
    open = { path, handle: undefined };
    taken.add(path);
    await closing;
    try {
      const handle = await hid.open(path);
      if (needsHidModeReport(vendorId)) await handle.sendFeatureReport(HID_MODE_ON).catch(() => {});
      open = { path, handle };
      if (ended) return lose(lostFault('it is not wanted any more'));
      handle.on('data', (report: Uint8Array) => hear(report));
      handle.on('error', (error: Error) => lose(lostFault(error.message)));
      voice.up();
    } catch (error) {
      lose(openingFault(error instanceof Error ? error : new Error(String(error))));
    }
  }

  function hear(report: Uint8Array): void {
    cancelSilence();
    take(feedReport(inHand, report));
    if (inHand.length > 0) cancelSilence = clock.after(NEXT_REPORT_MS, () => take(endReportsOnSilence(inHand)));
  }

  function take(read: ReportsRead): void {
    inHand = read.inHand;
    voice.heard(read.outcomes);
  }

  function lose(fault: DeviceFault): void {
    if (!open) return;
    const { path, handle } = open;
    open = undefined;
    cancelSilence();
    inHand = NO_REPORTS;
    closing = handle ? closeHid(handle) : Promise.resolve();
    void closing.then(() => taken.delete(path));
    if (!ended) voice.down(fault);
  }

  return {
    tellStanding: voice.tellStanding,
    signal(maker, what) {
      const bytes = maker === 'honeywell' ? signalBytes(maker, what) : undefined;
      if (bytes) open?.handle?.write(hidSignal(bytes)).catch((error: unknown) => lose(lostFault(String(error))));
    },
    async stop() {
      ended = true;
      unwatch();
      await starting;
      if (open?.handle) lose(lostFault('it is not wanted any more'));
      await closing;
    },
  };
}

/** A scanner that is there but set up to type, or to be a serial port, is worth a word. */
function whyNone(devices: readonly HidDeviceInfo[]): string {
  const other = devices
    .flatMap((device) => pluggedHid(device) ?? [])
    .find(({ guess, mode }) => guess === 'scanner' && mode !== 'hid_pos');
  return other
    ? `${other.name ?? 'a scanner'} is plugged in, but not in HID POS mode`
    : 'no such scanner in HID POS mode is plugged in';
}
