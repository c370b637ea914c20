import path from 'node:path';
import type { Fact } from '../core/event/event.ts';
import type { FaultCode } from '../core/codes.ts';
import type { Reading } from '../core/reading.ts';
import { fail } from '../core/result.ts';
import type { Learning, SelfCheck, TestReading } from '../preload/device-views.ts';
import type { DeskStatus } from '../preload/views.ts';
import { createClock } from './clock.ts';
import { openClockMemory, type ClockMemory } from './clock-memory.ts';
import { jumpedBy, watchClock } from './clock-watch.ts';
import type { HostProcess } from './device-host.ts';
import { handOverEarlier, type Earlier } from './earlier/hand-over.ts';
import { putForeignJournalAside } from './earlier/put-aside.ts';
import { createEquipment, type Equipment } from './equipment.ts';
import { enrolHere, enrolmentIn } from './enrolment.ts';
import { createFaultBoard } from './faults.ts';
import { readIdentity, writeIdentity, type EnrolledAs, type SecretBox } from './identity.ts';
import { keepBallast } from './journal/keep-ballast.ts';
import { keepLogShort } from './journal/checkpoint.ts';
import { closeJournalFile } from './journal/open.ts';
import { openStore } from './journal/recover.ts';
import type { Log } from './log.ts';
import { tellRenewed } from './cache/tell-renewed.ts';
import { createLeaveKiosk, type LeaveKiosk, type LeaveKioskParts } from './session/leave-kiosk.ts';
import { createSession, type Session } from './session/session.ts';
import { openTries } from './session/tries-file.ts';
import { verifySecret } from './session/verify-secret.ts';
import type { SettingsFile } from './settings.ts';
import type { Sqlite } from './sqlite.ts';
import { createStation, type Station } from './station.ts';
import { coalesce, setTimer } from './timers.ts';
import { connectionOf, deskStatusOf } from './view/desk-status.ts';
import { kioskPlace } from './view/kiosk-place.ts';
import { createScreens, type Screens } from './view/screens.ts';
import type { KioskView } from '../preload/views.ts';

export interface AppParts {
  /** All state lives under this one folder. */
  readonly home: string;
  readonly appVersion: string;
  readonly runtime: string;
  readonly runtimeIsFallback: boolean;
  readonly box: SecretBox;
  readonly log: Log;
  readonly settings: SettingsFile;
  readonly forkHost: () => HostProcess;
  readonly fetch: typeof fetch;
  readonly newId: () => string;
  readonly tellKiosk: (view: KioskView) => void;
  readonly tellDesk: (status: DeskStatus) => void;
  readonly tellTestReading: (reading: TestReading) => void;
  readonly tellScannerLearnt: (learning: Learning) => void;
  readonly tellSelfCheck: (check: SelfCheck) => void;
}

/** The program behind the windows. It runs without any window as well as with both. */
export interface App {
  readonly screens: Screens;
  readonly equipment: Equipment;
  readonly station: () => Station | undefined;
  readonly session: Session;
  readonly kioskExit: LeaveKiosk;
  readonly submit: (reading: Reading) => void;
  readonly deskStatus: () => DeskStatus;
  readonly deskChanged: () => void;
  readonly enrol: (centralUrl: string, enrolmentCode: string) => Promise<FaultCode | null>;
  readonly raise: (code: FaultCode, part: string, detail?: string) => void;
  readonly stop: (reason: string) => Promise<void>;
}

const DESK_EVERY_MS = 100;
/** Ages and clocks on the desk move on even when nothing happens. */
const DESK_AT_LEAST_MS = 5000;
const SYSTEM = { kind: 'system' } as const;

export function createApp(parts: AppParts): App {
  const { home, log, settings } = parts;
  const clock = createClock();
  let station: Station | undefined;
  let db: Sqlite | undefined;
  let clockMemory: ClockMemory | undefined;
  let enrolledAs: string | undefined;
  let earlier: Earlier | undefined;
  let stopUpkeep = (): void => {};

  /** What happened before there was a journal to write it in. */
  const early: Fact[] = [];
  const record = (fact: Fact): void => {
    if (station) station.record(fact);
    else if (early.length < 100) early.push(fact);
  };
  const connection = (): DeskStatus['connection'] => connectionOf(station, clock.nowMs(), earlier?.waiting());
  const deskStatus = (): DeskStatus =>
    deskStatusOf({
      ...parts,
      nowMs: clock.nowMs(),
      earlierWaiting: earlier?.waiting(),
      station,
      settings: settings.get(),
      equipment,
      faults,
      screens,
      session,
    });
  const deskChanged = coalesce(() => parts.tellDesk(deskStatus()), DESK_EVERY_MS);
  const secrets: LeaveKioskParts = {
    accounts: () => station?.accounts,
    verify: verifySecret,
    tries: openTries(home),
    append: (fact) => station?.append(fact) ?? fail('not_enrolled'),
    nowMs: clock.nowMs,
  };
  const session = createSession({
    ...secrets,
    signOutAfterMinutes: () => station?.policy().signOutAfterMinutes ?? null,
    setTimer,
    changed: deskChanged,
  });
  const changed = (): void => {
    session.check();
    deskChanged();
    screens.refreshKiosk();
  };

  const faults = createFaultBoard({ nowMs: clock.nowMs, record, changed: deskChanged });
  const screens = createScreens({
    settings: settings.get,
    place: () => kioskPlace(station, faults.open().find(({ part }) => part === 'gate')?.code),
    nameOf: (workerId) => station?.nameOf(workerId),
    tellKiosk: parts.tellKiosk,
    deskChanged,
    setTimer,
  });
  const submit = (reading: Reading): void => {
    if (equipment.trial.take(reading)) return;
    if (station) station.submit(reading);
    else void enrolFromCode(reading.raw);
  };
  const equipment = createEquipment({
    ...parts,
    ...faults,
    clock,
    setTimer,
    station: () => station,
    connection,
    submit,
    record,
    actor: session.actor,
    changed: deskChanged,
    settingsChanged: changed,
  });

  const run = (identity: EnrolledAs): void => {
    enrolledAs = identity.deviceId;
    if (putForeignJournalAside(home, identity.deviceId)) log.info('the journal of an earlier identity is put aside');
    const opened = openStore(home, clock.nowMs());
    if (!opened.ok) return faults.raise(opened.fault.code, 'gate', opened.fault.detail);
    db = opened.value.db;
    tellRenewed(log, opened.value.cache);
    // Before the first event: it carries the offset to central's clock.
    clockMemory = openClockMemory(db, clock);
    const stopShortening = keepLogShort(db, setTimer);
    const ballast = keepBallast({ home, setTimer, ...faults });
    stopUpkeep = () => {
      stopShortening();
      ballast.stop();
    };
    // Before the station, which raises it again when central has withdrawn this gate.
    faults.clear('gate');
    station = createStation({
      home,
      db,
      identity,
      keepIdentity(kept) {
        // An answer to what this PC was before must not undo what it has become.
        if (kept.deviceId === enrolledAs) writeIdentity(home, parts.box, kept);
      },
      clock,
      settings: settings.get,
      log,
      doors: equipment.doors,
      fetch: parts.fetch,
      random: Math.random,
      newId: parts.newId,
      freeBallast: ballast.free,
      actor: session.actor,
      setTimer,
      show: screens.show,
      serve: () => undefined,
      raise: faults.raise,
      clear: faults.clear,
      changed,
    });
    const { appVersion, runtime } = parts;
    record({ type: 'device.started', actor: SYSTEM, data: { appVersion, platform: process.platform, runtime } });
    if (clockMemory.wentBackMs !== undefined) record(jumpedBy(clockMemory.wentBackMs));
    for (const fact of early.splice(0)) record(fact);
    for (const { code, part, detail } of opened.value.troubles) faults.raise(code, part, detail);
    equipment.recall(station);
    const keeping = () => settings.get().keeping;
    earlier = handOverEarlier({ ...parts, clock, random: Math.random, setTimer, changed: deskChanged, keeping });
    changed();
  };
  /** The journal is closed when it returns; doors, scanners and windows go on. */
  const halt = (reason: string): void => {
    stopUpkeep();
    stopUpkeep = () => undefined;
    record({ type: 'device.stopped', actor: SYSTEM, data: { reason } });
    station?.stop();
    earlier?.stop();
    clockMemory?.keep();
    clockMemory = undefined;
    if (db) closeJournalFile(db);
    db = undefined;
    station = undefined;
  };

  const enrol: App['enrol'] = async (centralUrl, enrolmentCode) => {
    const { appVersion, box, fetch } = parts;
    const enrolled = await enrolHere({ home, box, appVersion, fetch, nowMs: clock.nowMs }, centralUrl, enrolmentCode);
    if (enrolled.ok) {
      if (station) halt('enrolled anew');
      run(enrolled.value);
    } else log.info({ code: enrolled.fault.code, detail: enrolled.fault.detail }, 'not enrolled');
    return enrolled.ok ? null : enrolled.fault.code;
  };
  /** G12: a gate is set up by scanning an enrolment code. */
  const enrolFromCode = async (raw: string): Promise<void> => {
    const service = enrolmentIn(raw);
    const fault = service && (await enrol(service.centralUrl, service.enrolmentCode));
    if (fault) faults.raise(fault, 'enrolment');
    else if (service) faults.clear('enrolment');
  };

  const identity = readIdentity(home, parts.box);
  if (identity) run(identity);
  else faults.raise('not_enrolled', 'gate');
  const { trouble } = settings;
  if (trouble)
    faults.raise('settings_broken', 'settings', `${trouble.detail}; kept as ${path.basename(trouble.keptAt)}`);
  const stopClock = watchClock(clock, record, setTimer, () => clockMemory?.keep());
  const heartbeat = setInterval(deskChanged, DESK_AT_LEAST_MS);

  return {
    screens,
    equipment,
    session,
    kioskExit: createLeaveKiosk(secrets),
    station: () => station,
    submit,
    deskStatus,
    deskChanged,
    enrol,
    raise: faults.raise,
    async stop(reason) {
      clearInterval(heartbeat);
      stopClock();
      await equipment.stop();
      halt(reason);
    },
  };
}
