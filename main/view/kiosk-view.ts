import { CODES, type FaultCode } from '../../core/codes.ts';
import { LANGUAGES } from '../../core/words/words.ts';
import type { KioskOutcome, KioskView } from '../../preload/views.ts';
import type { Outcome } from '../gate.ts';
import type { Settings } from '../settings.ts';

/** LOOK "The worker's kiosk": how long an outcome stays when nobody touches the screen. */
export const SHOW_MS = { come_in: 2500, goodbye: 2500, wait: 8000, refused: 8000, unknown: 8000 } as const;

/** The worker's answer: a first name, and nothing else of a person. */
export function kioskOutcome({ decision, dossier, reading }: Outcome, id: string): KioskOutcome | undefined {
  const kind = CODES[decision.code];
  if (kind === 'note' || kind === 'fault') return undefined;
  // Somebody whom staff check out is not at the kiosk.
  if (reading.source === 'guard' && decision.direction === 'out') return undefined;
  const language = dossier?.worker?.language;
  return {
    id,
    kind,
    code: decision.code,
    ...(decision.firstName === undefined ? {} : { firstName: decision.firstName }),
    facts: withoutPrivateFacts(decision.facts),
    ...(language === undefined ? {} : { language }),
    atMs: reading.atMs,
    showMs: SHOW_MS[kind],
  };
}

/** Why somebody is blocked is for staff: others in the queue can read the kiosk too. */
function withoutPrivateFacts({ reason: _, ...facts }: KioskOutcome['facts']): KioskOutcome['facts'] {
  return facts;
}

export interface KioskFacts {
  readonly outcome?: KioskOutcome | undefined;
  readonly fault?: FaultCode | undefined;
  /** G8: a roll call runs that is no drill. */
  readonly isEmergency?: boolean;
  readonly siteName: string;
  readonly gateName: string;
  readonly timeZone: string;
  readonly settings: Settings;
  readonly language: string;
  readonly offlineSinceMs?: number | undefined;
}

/**
 * Where to go in an emergency matters more than anything else, and at once: not when an answer has had its time, and no green light to
 * somebody who stands outside of a door that lets people out.
 */
function screenOf({ fault, outcome, isEmergency }: KioskFacts): KioskView['screen'] {
  if (isEmergency) return 'emergency';
  if (outcome && !fault) return 'outcome';
  return fault ? 'out_of_service' : 'ready';
}

export function kioskView(facts: KioskFacts): KioskView {
  const { fault, outcome, settings, offlineSinceMs, isEmergency } = facts;
  const { enabled, deviceId, label, tune } = settings.camera;
  return {
    screen: screenOf(facts),
    ...(outcome && !fault && !isEmergency ? { outcome } : {}),
    ...(fault ? { fault } : {}),
    siteName: facts.siteName,
    gateName: facts.gateName,
    timeZone: facts.timeZone,
    languages: [...LANGUAGES],
    language: facts.language,
    online: offlineSinceMs === undefined,
    ...(offlineSinceMs === undefined ? {} : { offlineSinceMs }),
    camera: {
      enabled,
      ...(deviceId === undefined ? {} : { deviceId }),
      ...(label === undefined ? {} : { label }),
      ...(tune ? { tune } : {}),
    },
    volume: settings.volume,
  };
}
