import type { FaultCode } from '../core/codes.ts';
import type { ScannerConfig, ToHost } from '../native/messages.ts';
import type { deviceCalls } from '../preload/device-views.ts';
import type { Equipment } from './equipment.ts';
import type { Handlers } from './ipc.ts';
import type { SettingsFile } from './settings.ts';

export interface DeviceHandlerParts {
  readonly equipment: Equipment;
  readonly settings: Pick<SettingsFile, 'get'>;
  readonly raise: (code: FaultCode, part: string, detail?: string) => void;
  /** The system's print dialog for the desk; its paper in micrometres, else the printer's own. */
  readonly print: (paper?: { readonly width: number; readonly height: number }) => void;
}

type Maker = Extract<ToHost, { type: 'signal' }>['maker'];

/** USB vendors whose serial scanners take commands (usb.ids 2025.07.26). */
const MAKER_OF_VENDOR: Readonly<Record<string, Maker>> = {
  '0c2e': 'honeywell',
  '0536': 'honeywell',
  '23d0': 'honeywell',
  '05f9': 'honeywell',
  '05e0': 'zebra',
  '1eab': 'newland',
};

/** As a person said, or as its USB plug tells. */
export const makerOf = (scanner: ScannerConfig): Maker | undefined =>
  (scanner.kind === 'serial' ? scanner.maker : undefined) ?? MAKER_OF_VENDOR[scanner.usb?.vendorId ?? ''];

/** The desk's calls about scanners and doors. */
export function deviceHandlers(parts: DeviceHandlerParts): Pick<Handlers<'desk'>, keyof typeof deviceCalls> {
  const { doors, host, learning, override, selfCheck, setup, trySetup } = parts.equipment;
  return {
    getDeviceSettings: setup.view,
    listPlugged: async () => [...(await host.list())],
    saveDeviceSettings: (wanted) => ({ problems: setup.save(wanted) }),
    undoDeviceSettings() {
      setup.undo();
      return undefined;
    },
    testDoor: ({ doorId, setup: wanted }) => trySetup.door(doorId, wanted),
    tryScanners({ on, setup: wanted }) {
      trySetup.scanners(on, wanted);
      return undefined;
    },
    learnScanner({ on }) {
      learning.set(on);
      return undefined;
    },
    forgetScanner() {
      learning.forget();
      return undefined;
    },
    signalScanner({ scannerId, what, maker: tried }) {
      const scanner = parts.settings.get().scanners.find(({ id }) => id === scannerId);
      const maker = scanner && (tried ?? makerOf(scanner));
      if (scanner?.kind === 'serial' && maker) host.signal({ scannerId, maker, what });
      return undefined;
    },
    setDoorMode({ doorId, mode, reason }) {
      const set = doors.setMode(doorId, mode, reason);
      if (!set.ok) parts.raise(set.fault, set.fault === 'door_not_set_up' ? doorId : 'journal');
      return undefined;
    },
    openDoorOnce: ({ doorId, reason }) => override(doorId, 'open_once', reason),
    startSelfCheck() {
      selfCheck.start();
      return undefined;
    },
    stopSelfCheck() {
      selfCheck.stop();
      return undefined;
    },
    getSelfCheck: selfCheck.get,
    printPage() {
      parts.print();
      return undefined;
    },
  };
}
