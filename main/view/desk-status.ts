import { nextLimit, outlookOf, stalenessOf, type DataAges } from '../../core/decide/staleness.ts';
import type { Policy } from '../../core/site/entities.ts';
import type { DeskStatus } from '../../preload/views.ts';
import type { Equipment } from '../equipment.ts';
import type { FaultBoard } from '../faults.ts';
import type { Session } from '../session/session.ts';
import type { Settings } from '../settings.ts';
import type { Station } from '../station.ts';
import type { Screens } from './screens.ts';

/** The screen says what will change this long before it does. */
export const SAY_BEFORE_MS = 2 * 3_600_000;

/** How old the data are against the location's limits (G3), and what comes next; `never`: nothing was ever pulled. */
export function staleness(
  policy: Policy,
  completeAtMs: number | undefined,
  nowMs: number,
  lists?: DataAges['lists'],
): DeskStatus['staleness'] {
  if (completeAtMs === undefined) return { level: 'never' };
  const ageMs = Math.max(0, nowMs - completeAtMs);
  const ages = { ageMs, lists };
  const { level, list } = stalenessOf(policy, ages);
  const next = nextLimit(policy, ages);
  return {
    ageMs,
    level,
    ...(list === undefined ? {} : { list }),
    ...(next && next.inMs <= SAY_BEFORE_MS ? { next } : {}),
    lists: outlookOf(policy, ages).map((one) => ({ ...one, limits: [...one.limits] })),
  };
}

export interface StatusFacts {
  readonly nowMs: number;
  readonly appVersion: string;
  readonly runtime: string;
  readonly runtimeIsFallback: boolean;
  /** Acts of what this PC was before it was enrolled anew, not handed over yet. */
  readonly earlierWaiting?: number | undefined;
  /** Undefined until this PC is enrolled. */
  readonly station: Station | undefined;
  readonly settings: Settings;
  readonly equipment: Pick<Equipment, 'devices' | 'doorViews'>;
  readonly faults: Pick<FaultBoard, 'open'>;
  readonly screens: Pick<Screens, 'expecting'>;
  readonly session: Pick<Session, 'view'>;
}

const NOWHERE = { siteName: '', gateName: '', timeZone: 'UTC' };
const NO_COUNTS = { scheduled: 0, granted: 0, inside: 0, working: 0, refused: 0 };
const NOT_ENROLLED = { state: 'not_enrolled', waiting: 0, setAside: 0, flagged: 0 } as const;

export const connectionOf = (
  station: Station | undefined,
  nowMs: number,
  earlierWaiting = 0,
): DeskStatus['connection'] => ({
  ...(station?.connection() ?? { ...NOT_ENROLLED, sinceMs: nowMs }),
  ...(earlierWaiting > 0 ? { earlierWaiting } : {}),
});

/** All that the desk shows around its lists. */
export function deskStatusOf({
  station,
  settings,
  equipment,
  faults,
  screens,
  session,
  ...facts
}: StatusFacts): DeskStatus {
  const expecting = screens.expecting();
  const muster = station?.areas.muster.status();
  const mustersElsewhere = station?.areas.muster.elsewhere() ?? [];
  return {
    nowMs: facts.nowMs,
    ...(station?.place() ?? NOWHERE),
    language: settings.language,
    volume: settings.volume,
    appVersion: facts.appVersion,
    runtime: facts.runtime,
    runtimeIsFallback: facts.runtimeIsFallback,
    connection: connectionOf(station, facts.nowMs, facts.earlierWaiting),
    staleness: station?.staleness() ?? { level: 'never' },
    devices: equipment.devices.list(),
    doors: equipment.doorViews(),
    faults: [...faults.open()],
    counts: station?.counts() ?? NO_COUNTS,
    session: session.view(),
    ...(muster ? { muster } : {}),
    ...(mustersElsewhere.length > 0 ? { mustersElsewhere: [...mustersElsewhere] } : {}),
    ...(expecting ? { expecting } : {}),
    camera: equipment.devices.camera(settings.camera),
  };
}
