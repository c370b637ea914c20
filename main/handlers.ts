import type { Reading } from '../core/reading.ts';
import type { DeskStatus, ListAnswer } from '../preload/views.ts';
import type { FaultCode } from '../core/codes.ts';
import { actHandlers } from './acts/handlers.ts';
import { activityHandlers } from './activity/handlers.ts';
import { bookingHandlers } from './bookings/handlers.ts';
import { contactHandlers } from './contacts/handlers.ts';
import { checkoutHandlers } from './checkout/handlers.ts';
import { deviceHandlers, type DeviceHandlerParts } from './device-handlers.ts';
import { createSaving } from './files/saving.ts';
import type { Handlers } from './ipc.ts';
import { guardCalls } from './session/border.ts';
import type { LeaveKiosk } from './session/leave-kiosk.ts';
import { answerOf, sessionHandlers } from './session/handlers.ts';
import type { Session } from './session/session.ts';
import { listHandlers } from './list-handlers.ts';
import { keepingHandlers } from './keeping/handlers.ts';
import { personHandlers, type PersonHandlerParts } from './person-handlers.ts';
import type { SettingsFile } from './settings.ts';
import type { Station } from './station.ts';
import { messageHandlers } from './messages/handlers.ts';
import { musterHandlers, type MusterHandlerParts } from './muster/handlers.ts';
import { paperListHandlers, type PaperListHandlerParts } from './muster/paper-list-handlers.ts';
import { handOverHandlers } from './handover/handlers.ts';
import { peerHandlers } from './peers/handlers.ts';
import { recordHandlers } from './person-record/handlers.ts';
import { supportHandlers, type SupportHandlerParts } from './support/handlers.ts';
import { passHandlers } from './passes/handlers.ts';
import { orderHandlers } from './orders/handlers.ts';
import { timesheetHandlers } from './timesheets/handlers.ts';
import { uploadHandlers } from './uploads/handlers.ts';
import { trayHandlers } from './tray/handlers.ts';
import type { Screens } from './view/screens.ts';
import { workerHandlers } from './workers/handlers.ts';

export interface HandlerParts
  extends DeviceHandlerParts, PersonHandlerParts, MusterHandlerParts, PaperListHandlerParts, SupportHandlerParts {
  readonly station: () => Station | undefined;
  readonly settings: SettingsFile;
  readonly screens: Screens;
  readonly session: Session;
  readonly kioskExit: LeaveKiosk;
  /** Ends the program, relays first. */
  readonly quit: () => void;
  readonly nowMs: () => number;
  readonly submit: (reading: Reading) => void;
  readonly deskStatus: () => DeskStatus;
  readonly deskChanged: () => void;
  readonly enrol: (centralUrl: string, enrolmentCode: string) => Promise<FaultCode | null>;
}

/** The kiosk's few calls: show a code, tell about the camera, be touched. */
export function kioskHandlers(parts: HandlerParts): Handlers<'kiosk'> {
  const { screens, settings } = parts;
  const { devices } = parts.equipment;
  return {
    getView: screens.kiosk,
    submitCode({ text }) {
      const { laneId } = settings.get().camera;
      parts.submit({ source: 'camera', scannerId: 'camera', laneId, raw: text, atMs: parts.nowMs() });
      return undefined;
    },
    reportCamera(report) {
      devices.setCamera(report);
      const { camera } = settings.get();
      const { deviceId, label } = report;
      const remembered = camera.deviceId === undefined && report.state === 'live' && deviceId !== undefined;
      if (remembered) settings.set('camera', { ...camera, deviceId, ...(label === undefined ? {} : { label }) });
      return undefined;
    },
    acknowledge({ outcomeId }) {
      screens.acknowledge(outcomeId);
      return undefined;
    },
    chooseLanguage({ language }) {
      screens.chooseKioskLanguage(language);
      return undefined;
    },
    async leave({ pin }) {
      const answer = answerOf(await parts.kioskExit.leave(pin));
      if (answer.ok) parts.quit();
      return answer;
    },
  };
}

const EMPTY = { rows: [], total: 0 };

export const deskHandlers = (parts: HandlerParts): Handlers<'desk'> => guardCalls(allHandlers(parts), parts.session);

function allHandlers(parts: HandlerParts): Handlers<'desk'> {
  const { settings, screens } = parts;
  const { devices } = parts.equipment;
  const saving = createSaving(parts.fileDoors);
  const set = <K extends 'volume' | 'language'>(section: K, value: ReturnType<SettingsFile['get']>[K]): undefined => {
    settings.set(section, value);
    screens.refreshKiosk();
    parts.deskChanged();
    return undefined;
  };
  return {
    getStatus: parts.deskStatus,
    getList: (request): Promise<ListAnswer> | ListAnswer => parts.station()?.list(request) ?? { [request.list]: EMPTY },
    getPerson: ({ workerId }) => parts.station()?.person(workerId) ?? null,
    expectPerson({ workerId }) {
      screens.expect(workerId);
      return undefined;
    },
    enrol: async ({ centralUrl, enrolmentCode }) => ({ fault: await parts.enrol(centralUrl, enrolmentCode) }),
    chooseCamera({ deviceId }) {
      const { deviceId: _, label: __, ...camera } = settings.get().camera;
      const label = devices.camera(camera).choices.find((choice) => choice.deviceId === deviceId)?.label;
      settings.set('camera', {
        ...camera,
        ...(deviceId === null ? {} : { deviceId }),
        ...(label === undefined ? {} : { label }),
      });
      screens.refreshKiosk();
      parts.deskChanged();
      return undefined;
    },
    tuneCamera(tune) {
      settings.set('camera', { ...settings.saved().camera, tune });
      screens.refreshKiosk();
      parts.deskChanged();
      return undefined;
    },
    setVolume: ({ volume }) => set('volume', volume),
    chooseLanguage: ({ language }) => set('language', language),
    forgetPeople() {
      const done = parts.station()?.withdrawal.confirm() ?? false;
      parts.deskChanged();
      return { done };
    },
    syncNow() {
      parts.station()?.syncNow();
      return undefined;
    },
    ...deviceHandlers(parts),
    ...personHandlers(parts),
    ...listHandlers({ ...parts, saving }),
    ...trayHandlers(parts),
    ...actHandlers(() => parts.station()?.acts, settings),
    ...checkoutHandlers(parts),
    ...activityHandlers({ ...parts, saving }),
    ...workerHandlers(parts),
    ...bookingHandlers(parts),
    ...uploadHandlers(parts),
    ...contactHandlers(parts),
    ...messageHandlers(parts),
    ...passHandlers(parts),
    ...peerHandlers(parts),
    ...keepingHandlers(parts),
    ...supportHandlers(parts),
    ...recordHandlers(parts),
    ...musterHandlers({
      ...parts,
      deskChanged() {
        parts.deskChanged();
        screens.refreshKiosk();
      },
    }),
    ...paperListHandlers(parts),
    ...handOverHandlers(parts.station),
    ...orderHandlers(parts),
    ...timesheetHandlers({ ...parts, saving }),
    ...sessionHandlers(parts.session),
  };
}
