import type { FaultCode } from '../../core/codes.ts';
import type { DeskStatus, KioskOutcome, KioskView } from '../../preload/views.ts';
import type { Outcome } from '../gate.ts';
import type { Settings } from '../settings.ts';
import { kioskOutcome, kioskView } from './kiosk-view.ts';

/** Names and line state that the kiosk shows beside an outcome. */
export interface KioskPlace {
  readonly siteName: string;
  readonly gateName: string;
  readonly timeZone: string;
  readonly offlineSinceMs?: number | undefined;
  /** G8: a roll call runs that is no drill. */
  readonly isEmergency?: boolean;
  /** Why the gate can't decide now. */
  readonly fault?: FaultCode | undefined;
}

export interface ScreensParts {
  readonly settings: () => Settings;
  readonly place: () => KioskPlace;
  readonly nameOf: (workerId: string) => string | undefined;
  readonly tellKiosk: (view: KioskView) => void;
  /** The desk's status or some list changed. */
  readonly deskChanged: () => void;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

export interface Screens {
  readonly show: (outcome: Outcome) => void;
  readonly acknowledge: (outcomeId: string) => void;
  readonly chooseKioskLanguage: (language: string) => void;
  readonly expect: (workerId: string | null) => void;
  readonly expecting: () => DeskStatus['expecting'];
  readonly kiosk: () => KioskView;
  /** Something that the kiosk shows changed. */
  readonly refreshKiosk: () => void;
}

/** A language chosen by one worker is not left to the next. */
const LANGUAGE_RETURNS_MS = 60_000;

export function createScreens(parts: ScreensParts): Screens {
  let shown: KioskOutcome | undefined;
  let expecting: DeskStatus['expecting'];
  let chosenLanguage: string | undefined;
  let cancelHide = (): void => {};
  let cancelLanguage = (): void => {};

  const kiosk = (): KioskView => {
    const settings = parts.settings();
    const language = chosenLanguage ?? settings.language;
    return kioskView({ outcome: shown, ...parts.place(), settings, language });
  };
  const refreshKiosk = (): void => parts.tellKiosk(kiosk());
  const hide = (): void => {
    cancelHide();
    shown = undefined;
    refreshKiosk();
  };

  return {
    show(outcome) {
      const id = outcome.events.at(-1)?.id ?? `unrecorded-${outcome.reading.atMs}`;
      const next = kioskOutcome(outcome, id);
      if (next) {
        cancelHide();
        shown = next;
        cancelHide = parts.setTimer(hide, next.showMs);
        refreshKiosk();
      }
      expecting = expectingAfter(expecting, outcome, parts.nameOf);
      parts.deskChanged();
    },
    acknowledge: (outcomeId) => {
      if (shown?.id === outcomeId) hide();
    },
    chooseKioskLanguage(language) {
      cancelLanguage();
      chosenLanguage = language;
      cancelLanguage = parts.setTimer(() => {
        chosenLanguage = undefined;
        refreshKiosk();
      }, LANGUAGE_RETURNS_MS);
      refreshKiosk();
    },
    expect(workerId) {
      const name = workerId === null ? undefined : parts.nameOf(workerId);
      expecting = workerId === null || name === undefined ? undefined : { workerId, name };
      parts.deskChanged();
    },
    expecting: () => expecting,
    kiosk,
    refreshKiosk,
  };
}

/** D1: the person's own badge ends the wait; another badge is said. */
export function expectingAfter(
  expecting: DeskStatus['expecting'],
  { decision }: Pick<Outcome, 'decision'>,
  nameOf: (workerId: string) => string | undefined,
): DeskStatus['expecting'] {
  if (!expecting || decision.workerId === expecting.workerId) return undefined;
  const other = decision.workerId === undefined ? '' : (nameOf(decision.workerId) ?? '');
  return { ...expecting, other };
}
