import { statfs } from 'node:fs/promises';
import type { FaultCode } from '../core/codes.ts';
import { readText } from '../core/credential/read-text.ts';
import type { Actor, Fact } from '../core/event/event.ts';
import type { Reading } from '../core/reading.ts';
import { fail } from '../core/result.ts';
import type { DoorView, Learning, SelfCheck, TestReading } from '../preload/device-views.ts';
import type { Clock } from './clock.ts';
import { createDeviceHost, type DeviceHost, type HostProcess } from './device-host.ts';
import { createSetup, type Setup } from './device-setup/device-setup.ts';
import { createLearnScanner, type LearnScanner } from './device-setup/learn-scanner.ts';
import { createTryScanners, type TryScanners } from './device-setup/try-scanners.ts';
import { createTrySetup, type TrySetup } from './device-setup/try-setup.ts';
import { createDoorWatch, type DoorWatch } from './door/door-watch.ts';
import { createOverride } from './door/override.ts';
import { looksAt } from './self-check/looks.ts';
import { createSelfCheck, type SelfCheckRun } from './self-check/self-check.ts';
import type { SettingsFile } from './settings.ts';
import type { Station } from './station.ts';
import { createDevices, type Devices } from './view/devices.ts';

export interface EquipmentParts {
  readonly home: string;
  readonly clock: Clock;
  readonly settings: SettingsFile;
  readonly newId: () => string;
  readonly forkHost: () => HostProcess;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly station: () => Station | undefined;
  readonly connection: () => ReturnType<Station['connection']>;
  readonly submit: (reading: Reading) => void;
  readonly record: (fact: Fact) => void;
  /** Whose act it is that the desk asks for. */
  readonly actor: () => Actor;
  readonly raise: (code: FaultCode, part: string, detail?: string) => void;
  readonly clear: (part: string, code?: FaultCode) => void;
  /** Something that the desk shows changed. */
  readonly changed: () => void;
  /** Something that the kiosk shows of the settings changed. */
  readonly settingsChanged: () => void;
  readonly tellTestReading: (reading: TestReading) => void;
  readonly tellScannerLearnt: (learning: Learning) => void;
  readonly tellSelfCheck: (check: SelfCheck) => void;
}

/** Everything of a gate that can be touched: scanners, doors, camera; how they are set up, tried and checked. */
export interface Equipment {
  readonly devices: Devices;
  readonly doors: DoorWatch;
  readonly setup: Setup;
  readonly trial: TryScanners;
  readonly trySetup: TrySetup;
  readonly learning: LearnScanner;
  readonly selfCheck: SelfCheckRun;
  readonly override: ReturnType<typeof createOverride>;
  readonly host: Pick<DeviceHost, 'list' | 'signal'>;
  readonly doorViews: () => DoorView[];
  /** What the journal of a gate that was enrolled before knows of the last self-check. */
  readonly recall: (station: Station) => void;
  /** Every relay at rest, every port closed. */
  readonly stop: () => Promise<void>;
}

export function createEquipment(parts: EquipmentParts): Equipment {
  const { clock, settings, station, setTimer, changed, record, actor, raise, clear } = parts;
  const { nowMs } = clock;
  const append: Station['append'] = (fact) => station()?.append(fact) ?? fail('not_enrolled');
  const doorOf = (doorId: string) => settings.get().doors.find(({ id }) => id === doorId);
  const sourceOf = (scannerId: string) =>
    settings.get().scanners.find(({ id }) => id === scannerId)?.kind ?? ('serial' as const);

  const devices = createDevices({ nowMs, settings: settings.get, raise, clear, changed });
  const host = createDeviceHost({
    fork: parts.forkHost,
    configuration: () => ({ type: 'configure', scanners: settings.get().scanners, doors: settings.get().doors }),
    onReading: ({ scannerId, laneId, text, atMs }) =>
      parts.submit({ source: sourceOf(scannerId), scannerId, laneId, raw: text, atMs }),
    onDevice(device) {
      devices.setDevice(device);
      if (device.kind === 'door' && device.state === 'down') doors.lost(device.deviceId);
    },
    onInput: (input) => doors.input(input),
    onHost(state) {
      devices.setHost(state);
      if (state === 'down') for (const { id } of settings.get().doors) doors.lost(id);
    },
    setTimer,
  });
  const doors = createDoorWatch({
    nowMs,
    monotonicMs: clock.monotonicMs,
    newId: parts.newId,
    doors: () => settings.get().doors,
    host,
    append,
    record,
    actor,
    userName: (userId) => station()?.accounts.nameOf(userId),
    nobodyPassed: (causeId) => station()?.acts.nobodyPassed(causeId),
    raise,
    changed,
    setTimer,
  });
  const nameOf = (deviceId: string): string | undefined => devices.list().find(({ id }) => id === deviceId)?.name;
  const doorViews = (): DoorView[] => doors.views(devices.stateOf);
  const override = createOverride({ doors, door: doorOf, actor, append });
  const setup = createSetup({
    home: parts.home,
    settings,
    apply() {
      devices.forgetOthers();
      doors.reconfigure();
      host.reconfigure();
      parts.settingsChanged();
    },
    record: (what) => record({ type: 'device.setup_changed', actor: actor(), data: { what } }),
  });
  const trial = createTryScanners({
    readText: (raw) => station()?.readText(raw) ?? readText(raw, { keys: [], verify: () => false, nowMs: nowMs() }),
    tell: parts.tellTestReading,
    setTimer,
  });
  const learning = createLearnScanner({ settings, tell: parts.tellScannerLearnt, setTimer });
  const trySetup = createTrySetup({
    setup,
    trial,
    stateOf: devices.stateOf,
    test: (doorId) => override(doorId, 'test', ''),
    setTimer,
  });
  const selfCheck = createSelfCheck({
    nowMs,
    looks: () =>
      looksAt({
        settings: settings.get,
        deviceOf: devices.stateOf,
        doorOf: (id) => doorViews().find((door) => door.id === id),
        tryDoor: (id) => override(id, 'self_check', ''),
        clockOffsetMs: clock.offsetMs,
        staleness: () => station()?.staleness() ?? { level: 'never' },
        connection: parts.connection,
        journal: () => station()?.journalState(),
        freeBytes: () => freeBytes(parts.home),
      }),
    actor,
    tell: parts.tellSelfCheck,
    record,
  });

  return {
    devices,
    doors,
    setup,
    trial,
    trySetup,
    learning,
    selfCheck,
    override,
    host,
    doorViews,
    recall(known) {
      const last = known.lastOf('device.self_check');
      if (last) selfCheck.restore(last, nameOf);
    },
    async stop() {
      selfCheck.stop();
      doors.stop();
      await host.stop();
    },
  };
}

/** For whoever runs this program; undefined where the system does not say. */
const freeBytes = (folder: string): Promise<number | undefined> =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  );
