import type { FaultCode } from '../../core/codes.ts';
import type { FromHost, ScannerConfig } from '../../native/messages.ts';
import type { CameraOffers } from '../../preload/camera-views.ts';
import type { CameraState, DeskStatus, DeviceView } from '../../preload/views.ts';
import type { Settings } from '../settings.ts';

const CAMERA_FAULTS: Partial<Record<CameraState, FaultCode>> = {
  missing: 'camera_missing',
  busy: 'camera_busy',
  denied: 'camera_denied',
  dark: 'camera_dark',
  stalled: 'camera_stalled',
};

export interface CameraReport {
  readonly state: CameraState;
  readonly deviceId?: string | undefined;
  readonly label?: string | undefined;
  readonly choices: readonly { readonly deviceId: string; readonly label: string }[];
  readonly offers?: CameraOffers | undefined;
}

/** What a scanner is called on screen: where it is plugged in, or what it is known by. Empty: the first that is found. */
export function scannerName({ path, usb }: ScannerConfig): string {
  if (path !== undefined) return path;
  return usb ? (usb.serialNumber ?? usb.location ?? `${usb.vendorId}:${usb.productId}`) : '';
}

export interface Devices {
  readonly list: () => DeviceView[];
  readonly camera: (settings: Settings['camera']) => DeskStatus['camera'];
  readonly setHost: (state: 'up' | 'down') => void;
  readonly setDevice: (device: Extract<FromHost, { type: 'device' }>) => void;
  readonly setCamera: (report: CameraReport) => void;
  readonly stateOf: (id: string) => Pick<DeviceView, 'state' | 'code'>;
  /** The settings name other devices now: what is known of those that went is forgotten, their troubles with it. */
  readonly forgetOthers: () => void;
}

export interface DevicesParts {
  readonly nowMs: () => number;
  readonly settings: () => Settings;
  readonly raise: (code: FaultCode, part: string, detail?: string) => void;
  readonly clear: (part: string, code?: FaultCode) => void;
  readonly changed: () => void;
}

/** What state every device is in, as last told by the host and the kiosk; a trouble is raised, its end clears it. */
export function createDevices({ nowMs, settings, raise, clear, changed }: DevicesParts): Devices {
  const states = new Map<string, Pick<DeviceView, 'state' | 'sinceMs' | 'code' | 'detail'>>();
  let camera: CameraReport = { state: 'off', choices: [] };

  const set = (id: string, state: DeviceView['state'], code?: FaultCode, detail?: string): void => {
    const before = states.get(id);
    const same = before?.state === state && before.code === code;
    const sinceMs = same ? before.sinceMs : nowMs();
    states.set(id, { state, sinceMs, ...(code ? { code } : {}), ...(detail ? { detail } : {}) });
    // The new trouble first: a part that goes from one to another was never well in between.
    if (code) raise(code, id, detail);
    if (before?.code && before.code !== code) clear(id, before.code);
    changed();
  };
  const view = (id: string, kind: DeviceView['kind'], name: string): DeviceView => ({
    id,
    kind,
    name,
    ...(states.get(id) ?? { state: 'starting' as const, sinceMs: nowMs() }),
  });

  return {
    stateOf: (id) => states.get(id) ?? { state: 'starting' },
    forgetOthers() {
      const { doors, scanners, camera: cameraSettings } = settings();
      const kept = [...doors, ...scanners].map(({ id }) => id);
      if (cameraSettings.enabled) kept.push('camera');
      for (const id of states.keys()) {
        if (id === 'device-host' || kept.includes(id)) continue;
        clear(id);
        states.delete(id);
      }
      changed();
    },
    list: () => {
      const { doors, scanners, camera: cameraSettings } = settings();
      return [
        ...(cameraSettings.enabled ? [view('camera', 'camera', camera.label ?? cameraSettings.label ?? '')] : []),
        ...scanners.map((scanner) => view(scanner.id, 'scanner', scannerName(scanner))),
        ...doors.map(({ id, name }) => view(id, 'door', name)),
        view('device-host', 'host', ''),
      ];
    },
    camera: ({ enabled, deviceId, label, tune }) => ({
      enabled,
      ...(deviceId === undefined ? {} : { deviceId }),
      ...(label === undefined ? {} : { label }),
      state: camera.state,
      choices: [...camera.choices],
      ...(tune ? { tune } : {}),
      ...(camera.offers ? { offers: camera.offers } : {}),
    }),
    setHost: (state) => set('device-host', state, state === 'up' ? undefined : 'device_host_gone'),
    setDevice: ({ deviceId, state, code, detail }) => set(deviceId, state, code, detail),
    setCamera(report) {
      camera = report;
      const code = CAMERA_FAULTS[report.state];
      set('camera', code ? 'down' : report.state === 'live' ? 'up' : 'starting', code);
    },
  };
}
