/** A made-up gate for the desk window: its states as main would push them, and a bridge that answers like main's. */
import { policySchema } from '../../core/site/policy.ts';
import { staleness } from '../../main/view/desk-status.ts';
import type { Code } from '../../core/codes.ts';
import type { HoldView } from '../../preload/act-views.ts';
import type { Ask, CallName } from '../../preload/contract.ts';
import type { ListLooks } from '../../preload/list-views.ts';
import type { NoticeView } from '../../preload/tray-views.ts';
import type {
  DeskStatus,
  FeedRow,
  GrantedRow,
  InsideRow,
  ListRequest,
  Person,
  ScheduledRow,
  WorkingRow,
} from '../../preload/views.ts';
import { actAnswers, HELD } from './desk/fixture-acts.ts';
import {
  checkDone,
  deviceAnswers,
  DEVICES,
  MAIN_DOOR,
  NEW_SETUP,
  settingsOf,
  type DeviceNews,
  type DevicesFixture,
} from './desk/fixture-devices.ts';
import { bookingAnswers, contactAnswers, uploadAnswers } from './desk/fixture-bookings.ts';
import { musterAnswers } from './desk/fixture-muster.ts';
import { handOverAnswers } from './desk/fixture-handover.ts';
import { portalAnswers } from './desk/fixture-portal.ts';
import { passAnswers } from './desk/fixture-passes.ts';
import { keptAnswers } from './desk/fixture-kept.ts';
import { paperListAnswers } from './desk/fixture-paper-list.ts';
import { peerAnswers } from './desk/fixture-peers.ts';
import { messageAnswers } from './desk/fixture-messages.ts';
import { activityAnswers } from './desk/fixture-activity.ts';
import { checkoutAnswers, leavers } from './desk/fixture-checkout.ts';
import { supportAnswers } from './desk/fixture-support.ts';
import { remoteCheckIn, trayAnswers } from './desk/fixture-tray.ts';
import { OPEN_SESSION, sessionAnswers } from './desk/fixture-session.ts';
import { workerAnswers } from './desk/fixture-workers.ts';

import { listAnswers } from './desk/fixture-lists.ts';
import { fileOf, personAnswers } from './desk/fixture-person.ts';

/** Monday 24 November 2025, 07:42 in Leeds. */
export const NOW_MS = Date.UTC(2025, 10, 24, 7, 42, 12);
const MIN = 60_000;
const HOUR = 60 * MIN;
const DAY = 24 * HOUR;

export interface DeskFixture {
  status: DeskStatus;
  readonly feed: readonly FeedRow[];
  readonly scheduled: readonly ScheduledRow[];
  readonly granted: readonly GrantedRow[];
  readonly inside: readonly InsideRow[];
  readonly working: readonly WorkingRow[];
  readonly refused: readonly FeedRow[];
  readonly devices: DevicesFixture;
  /** Who waits for a look; absent: nobody. */
  readonly holds?: readonly HoldView[];
  readonly notices?: readonly NoticeView[];
  /** How the user left their lists. */
  readonly looks?: ListLooks;
}

const NAMES = [
  'Amina Diallo', 'Tomasz Kowalczyk', 'Priya Raman', 'Liam O’Connor', 'Nguyễn Thị Mai', 'Yusuf Karim', 'Elena Petrova',
  'Samuel Okafor', 'Grace Whitfield', 'Mateo Fernández', 'Hannah Berg', 'Omar Haddad', 'Wei Zhang', 'Chloe Baker',
  'Ravi Patel', 'Maria Santos', 'Jack Thornton', 'Fatima al-Sayed', 'Piotr Nowak', 'Abena Mensah', 'Daniel Reyes',
  'Sofia Rossi', 'Kwame Boateng', 'Ingrid Larsen', 'Ahmed Farouk', 'Emily Hughes', 'Bogdan Ionescu', 'Aisha Khan',
  'Ewan MacGregor-Featherstonehaugh', 'Lucia Moretti', 'Noah Fischer', 'Zanele Dube', 'Callum Reid', 'Mei Lin',
]; // prettier-ignore
const CONTRACTORS = [
  'Brightline Electrical',
  'Hartley Scaffolding',
  'Northgate Cleaning',
  'Kestrel Lifts',
  'Orbis Fire & Safety',
];
const CLIENTS = ['Meridian Foods', 'Albion Logistics', 'Westfield Retail'];
const JOBS = [
  'Cold store rewiring',
  'Annual lift inspection',
  'Sprinkler test, hall B',
  'Façade scaffold strip',
  'Night clean, loading bays',
  'Forklift charger install',
];
const of = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

export const person = (at: number) => ({
  workerId: `w-${at}`,
  name:
    at < NAMES.length
      ? NAMES[at]!
      : `${of(NAMES, at * 7).split(' ')[0]} ${of(NAMES, at * 3 + 1)
          .split(' ')
          .at(-1)} ${at}`,
  contractorName: of(CONTRACTORS, at),
});
const order = (at: number) => ({
  id: `o-${at}`,
  number: `WO-${4100 + at * 3}`,
  title: of(JOBS, at),
  clientName: of(CLIENTS, at),
});

const line = (seq: number, atMs: number, row: Partial<FeedRow> & Pick<FeedRow, 'type' | 'kind'>): FeedRow => ({
  eventId: `e-${seq}`, seq, atMs, notes: [], delivered: true, facts: {}, ...row,
}); // prettier-ignore

const cameIn = (seq: number, at: number, atMs: number): FeedRow =>
  line(seq, atMs, {
    type: 'presence.checked_in',
    kind: 'come_in',
    code: 'welcome',
    ...person(at),
    facts: { workOrderNumber: order(at).number, endsAtMs: atMs + DAY, clientName: order(at).clientName },
  });
const wentOut = (seq: number, at: number, atMs: number): FeedRow =>
  line(seq, atMs, {
    type: 'presence.checked_out',
    kind: 'goodbye',
    code: 'goodbye',
    ...person(at),
    facts: { insideMs: 8 * HOUR + 12 * MIN },
  });
const turnedAway = (
  seq: number,
  at: number | undefined,
  atMs: number,
  code: Code,
  facts: FeedRow['facts'] = {},
): FeedRow =>
  line(seq, atMs, {
    type: 'access.refused',
    kind: code.startsWith('un') ? 'unknown' : code === 'data_old_ask' ? 'wait' : 'refused',
    code,
    ...(at !== undefined && person(at)),
    facts,
  });

const REFUSALS: readonly FeedRow[] = [
  {
    ...turnedAway(410, 24, NOW_MS - 6 * MIN, 'induction_ended', {
      endsAtMs: NOW_MS - 3 * DAY,
      clientName: 'Meridian Foods',
      locationName: 'Leeds cold store',
    }),
    isOpen: true,
  },
  turnedAway(402, undefined, NOW_MS - 19 * MIN, 'unknown_badge'),
  turnedAway(390, 27, NOW_MS - 41 * MIN, 'too_early', { startsAtMs: NOW_MS + 3 * HOUR, workOrderNumber: 'WO-4181' }),
  { ...turnedAway(371, 30, NOW_MS - 66 * MIN, 'wrong_place', { locationName: 'Bradford depot' }), isOpen: true },
  turnedAway(350, 12, NOW_MS - 2 * HOUR, 'already_inside', { sinceMs: NOW_MS - 3 * HOUR }),
  turnedAway(322, undefined, NOW_MS - 14 * HOUR, 'bad_signature'),
];

const FEED: readonly FeedRow[] = [
  cameIn(418, 0, NOW_MS - 40_000),
  line(417, NOW_MS - 41_000, { type: 'door.opened', kind: 'note', part: 'Main turnstile' }),
  cameIn(415, 1, NOW_MS - 3 * MIN),
  REFUSALS[0]!,
  wentOut(408, 15, NOW_MS - 9 * MIN),
  cameIn(405, 2, NOW_MS - 14 * MIN),
  REFUSALS[1]!,
  line(398, NOW_MS - 24 * MIN, { type: 'device.recovered', kind: 'fault', code: 'port_lost', part: 'Counter scanner' }),
  line(397, NOW_MS - 26 * MIN, { type: 'device.fault', kind: 'fault', code: 'port_lost', part: 'Counter scanner' }),
  { ...cameIn(394, 3, NOW_MS - 33 * MIN), notes: ['without_record'] },
  REFUSALS[2]!,
  turnedAway(386, 18, NOW_MS - 48 * MIN, 'data_old_ask'),
  cameIn(380, 4, NOW_MS - 55 * MIN),
  REFUSALS[3]!,
  ...Array.from({ length: 60 }, (_, at) => cameIn(349 - at * 2, at + 5, NOW_MS - (70 + at * 4) * MIN)),
];

const SCHEDULED = Array.from({ length: 34 }, (_, at): ScheduledRow => {
  const startsAtMs = NOW_MS - 12_000 - 102 * MIN + at * 24 * MIN;
  return {
    key: `s-${at}`,
    ...person(at),
    order: order(at),
    startsAtMs: startsAtMs - (startsAtMs % (15 * MIN)),
    endsAtMs: startsAtMs - (startsAtMs % (15 * MIN)) + 8 * HOUR,
    state: at < 5 ? 'inside' : at === 15 ? 'left' : startsAtMs < NOW_MS - 20 * MIN ? 'late' : 'expected',
  };
});
const INSIDE = Array.from({ length: 12 }, (_, at): InsideRow => ({
  key: `i-${at}`,
  ...person(at),
  orders: at === 2 ? [order(at), order(at + 9)] : [order(at)],
  sinceMs: NOW_MS - 40_000 - at * at * 5 * MIN,
  ...(at === 1 ? { gateName: 'Goods gate' } : {}),
}));
/** One of each state, then everybody else who is expected. */
const WORKING_STATES = ['in', 'on_break', 'in', 'out', 'late', 'no_show', 'in', 'in'] as const;
const WORKING = Array.from({ length: 24 }, (_, at): WorkingRow => {
  const { startsAtMs, endsAtMs } = SCHEDULED[at]!;
  const state = WORKING_STATES[at] ?? 'scheduled';
  const seen = state === 'in' || state === 'on_break' || state === 'out';
  return {
    key: `k-${at}`,
    ...person(at),
    ...(at === 6 ? {} : { order: order(at), startsAtMs, endsAtMs }),
    state,
    ...(seen ? { sinceMs: NOW_MS - (at + 1) * 13 * MIN } : {}),
  };
});
const GRANTED = Array.from({ length: 18 }, (_, at): GrantedRow => ({
  key: `g-${at}`,
  ...person(at),
  orders: at === 2 ? [order(at), order(at + 9)] : [order(at)],
  grantedAtMs: NOW_MS - 40_000 - at * 36 * MIN,
  untilMs: NOW_MS - 40_000 - at * 36 * MIN + DAY,
  inside: at < 12,
}));

const READY: DeskStatus = {
  nowMs: NOW_MS,
  siteName: 'Leeds cold store',
  gateName: 'North gate',
  timeZone: 'Europe/London',
  language: 'en',
  volume: 0.7,
  appVersion: '0.1.0',
  runtime: 'Electron 45.4.1, Chromium 152, Node 24.9',
  runtimeIsFallback: false,
  connection: {
    state: 'online',
    sinceMs: NOW_MS - 5 * HOUR,
    centralUrl: 'https://central.meridian.example',
    waiting: 0,
    setAside: 0,
    flagged: 0,
    lastPushMs: NOW_MS - 39_000,
    lastPullMs: NOW_MS - 2 * MIN,
  },
  staleness: { ageMs: 2 * MIN, level: 'fresh' },
  devices: [
    { id: 'host', kind: 'host', name: 'Serial and HID', state: 'up', sinceMs: NOW_MS - 5 * HOUR },
    { id: 'camera', kind: 'camera', name: 'Logitech C920', state: 'up', sinceMs: NOW_MS - 5 * HOUR },
    {
      id: 'scanner-1',
      kind: 'scanner',
      name: 'Counter scanner, /dev/ttyACM0',
      state: 'up',
      sinceMs: NOW_MS - 24 * MIN,
    },
    {
      id: 'door-1',
      kind: 'door',
      name: 'Main turnstile, LCUS-1 on /dev/ttyUSB0',
      state: 'up',
      sinceMs: NOW_MS - 5 * HOUR,
    },
  ],
  doors: [MAIN_DOOR],
  faults: [],
  counts: {
    scheduled: SCHEDULED.length,
    granted: GRANTED.length,
    inside: INSIDE.length,
    working: WORKING.length,
    refused: REFUSALS.length,
  },
  session: OPEN_SESSION,
  camera: {
    enabled: true,
    deviceId: 'c920',
    label: 'Logitech C920',
    state: 'live',
    choices: [
      { deviceId: 'c920', label: 'Logitech C920' },
      { deviceId: 'built-in', label: 'Integrated camera' },
    ],
  },
};

const DOORS: DeskStatus['doors'] = [
  { ...MAIN_DOOR, contact: 'open', alarm: 'held_too_long', alarmSinceMs: NOW_MS - 3 * MIN },
  {
    id: 'door-2',
    name: 'Goods gate',
    state: 'up',
    mode: 'held_open',
    modeBy: 'R. Whitfield',
    modeReason: 'Delivery. Two lorries from Albion',
    modeSinceMs: NOW_MS - 22 * MIN,
    contact: 'open',
    fire: false,
  },
  { id: 'door-3', name: 'Plant room', state: 'down', code: 'board_silent', mode: 'normal', fire: false },
];

const LISTS = {
  feed: FEED,
  scheduled: SCHEDULED,
  granted: GRANTED,
  inside: INSIDE,
  working: WORKING,
  refused: REFUSALS,
};
const BUSY: DeskFixture = { status: READY, ...LISTS, devices: DEVICES };
const NOTHING = { feed: [], scheduled: [], granted: [], inside: [], working: [], refused: [] };
const NO_COUNTS = { scheduled: 0, granted: 0, inside: 0, working: 0, refused: 0 };

const withStatus = (fixture: DeskFixture, change: Partial<DeskStatus>): DeskFixture => ({
  ...fixture,
  status: { ...fixture.status, ...change },
});
const newest = (row: FeedRow): DeskFixture => ({ ...BUSY, feed: [row, ...FEED] });

const unsent = FEED.map((row, at) => (at < 10 ? { ...row, delivered: false } : row));

const NO_CENTRAL: Partial<DeskStatus> = {
  connection: {
    ...READY.connection,
    state: 'offline',
    sinceMs: NOW_MS - 125 * MIN,
    code: 'central_not_ours',
    waiting: 143,
    lastPullMs: NOW_MS - 127 * MIN,
    clockOffsetMs: 4 * MIN,
  },
  staleness: staleness(
    policySchema.parse({ id: 'p', locationId: 'l', staleByList: { badges: { askHours: 3, refuseHours: 24 } } }),
    NOW_MS - 127 * MIN,
    NOW_MS,
  ),
};

export const STATES = {
  /** Started, set up, nothing shown yet. */
  ready: withStatus(
    { ...BUSY, ...NOTHING, scheduled: SCHEDULED.slice(6) },
    { counts: { ...NO_COUNTS, scheduled: 28 } },
  ),
  busy: BUSY,
  offline: withStatus(
    { ...BUSY, feed: unsent },
    {
      connection: {
        ...READY.connection,
        state: 'offline',
        sinceMs: NOW_MS - 125 * MIN,
        code: 'central_unreachable',
        waiting: 143,
      },
      staleness: { ageMs: 127 * MIN, level: 'warn' },
    },
  ),
  /** The network's sign-in page answers for central, and badges have stricter limits than the rest. */
  portal: withStatus(BUSY, NO_CENTRAL),
  arabicPortal: withStatus(BUSY, { ...NO_CENTRAL, language: 'ar' }),
  unknownGate: withStatus(BUSY, { connection: { ...READY.connection, code: 'gate_unknown', waiting: 4 } }),
  faults: withStatus(BUSY, {
    volume: 0,
    runtimeIsFallback: true,
    runtime: 'Electron 25.1.1, Chromium 114, Node 18.15',
    connection: { ...READY.connection, setAside: 2 },
    devices: READY.devices.map((device) => {
      if (device.kind === 'door')
        return { ...device, state: 'down' as const, code: 'board_silent' as const, sinceMs: NOW_MS - 4 * MIN };
      if (device.kind === 'camera')
        return { ...device, state: 'down' as const, code: 'camera_busy' as const, sinceMs: NOW_MS - 12 * MIN };
      return device;
    }),
    doors: [{ ...MAIN_DOOR, state: 'down', code: 'board_silent', contact: 'unknown' }],
    camera: { ...READY.camera, state: 'busy' },
    faults: [
      { code: 'board_silent', part: 'Main turnstile', sinceMs: NOW_MS - 4 * MIN },
      { code: 'camera_busy', part: 'Logitech C920', sinceMs: NOW_MS - 12 * MIN },
      { code: 'event_set_aside', part: 'Journal', sinceMs: NOW_MS - 50 * MIN },
    ],
  }),
  notEnrolled: withStatus(
    { ...BUSY, ...NOTHING },
    {
      siteName: '',
      gateName: '',
      connection: { state: 'not_enrolled', sinceMs: NOW_MS, waiting: 0, setAside: 0, flagged: 0 },
      staleness: { level: 'never' },
      counts: NO_COUNTS,
    },
  ),
  refused: newest({
    ...turnedAway(419, 24, NOW_MS - 9000, 'induction_ended', {
      endsAtMs: NOW_MS - 3 * DAY,
      clientName: 'Meridian Foods',
      locationName: 'Leeds cold store',
    }),
    isOpen: true,
  }),
  unknown: newest(turnedAway(419, undefined, NOW_MS - 9000, 'unknown_badge')),
  ask: withStatus(newest(turnedAway(419, 18, NOW_MS - 9000, 'data_old_ask')), {
    staleness: { ageMs: 26 * HOUR, level: 'ask' },
  }),
  left: newest(wentOut(419, 4, NOW_MS - 9000)),
  expecting: withStatus(BUSY, { expecting: { ...person(7), other: 'Grace Whitfield' } }),
  empty: withStatus({ ...BUSY, ...NOTHING }, { counts: NO_COUNTS, staleness: { level: 'never' } }),
  /** Enrolled a moment ago: no door and no scanner yet. */
  fresh: withStatus(
    { ...BUSY, ...NOTHING, devices: { ...DEVICES, settings: settingsOf(NEW_SETUP) } },
    { counts: NO_COUNTS, devices: READY.devices.slice(0, 2), doors: [] },
  ),
  checked: { ...BUSY, devices: { ...DEVICES, check: checkDone(NOW_MS - 62 * MIN) } },
  doors: withStatus(BUSY, { doors: DOORS }),
  onTheWay: { ...BUSY, notices: [remoteCheckIn(NOW_MS)] },
  flagged: withStatus(BUSY, { connection: { ...READY.connection, flagged: 3, setAside: 1 } }),
  arabicFlagged: withStatus(BUSY, { language: 'ar', connection: { ...READY.connection, flagged: 3, setAside: 1 } }),
  arabicDoors: withStatus(
    { ...BUSY, devices: { ...DEVICES, check: checkDone(NOW_MS - 62 * MIN) } },
    { language: 'ar', doors: DOORS },
  ),
  holds: { ...BUSY, holds: HELD(NOW_MS) },
  arabicHolds: withStatus({ ...BUSY, holds: HELD(NOW_MS) }, { language: 'ar' }),
  arabic: withStatus(BUSY, { language: 'ar' }),
  arabicRefused: withStatus(
    newest({
      ...turnedAway(419, 24, NOW_MS - 9000, 'induction_ended', {
        endsAtMs: NOW_MS - 3 * DAY,
        clientName: 'Meridian Foods',
      }),
      isOpen: true,
    }),
    { language: 'ar' },
  ),
  /** As long as a list may get. */
  long: withStatus(
    {
      ...BUSY,
      scheduled: Array.from({ length: 100_000 }, (_, at) => ({
        ...SCHEDULED[at % 34]!,
        ...person(at),
        key: `s-${at}`,
      })),
    },
    { counts: { ...READY.counts, scheduled: 100_000 } },
  ),
} as const satisfies Readonly<Record<string, DeskFixture>>;
export type StateName = keyof typeof STATES;

function personCard(workerId: string, fixture: DeskFixture): Person | null {
  const at = Number(workerId.slice(2));
  if (Number.isNaN(at)) return null;
  const inside = fixture.inside.find((row) => row.workerId === workerId);
  const granted = fixture.granted.find((row) => row.workerId === workerId);
  const history = fixture.feed.filter((row) => row.workerId === workerId);
  const startsAtMs = NOW_MS - (NOW_MS % HOUR) - HOUR;
  return {
    ...person(at),
    phone: '+44 7700 900142',
    language: 'en',
    ...(at === 33 && { blockedReason: 'Left the contractor on 20 November.' }),
    ...(inside
      ? { presence: { inside: true, sinceMs: inside.sinceMs, ...(inside.gateName && { gateName: inside.gateName }) } }
      : at % 5 === 0 && { presence: { inside: false, sinceMs: NOW_MS - 9 * MIN } }),
    file: fileOf(at, NOW_MS),
    ...(granted && { grant: { grantedAtMs: granted.grantedAtMs, untilMs: granted.untilMs } }),
    clients: [
      {
        clientName: of(CLIENTS, at + 1),
        here: false,
        assessment: { state: 'not_required' },
        induction: { state: 'ending', untilMs: NOW_MS + 9 * DAY },
        credential: { state: 'missing' },
      },
      {
        clientName: of(CLIENTS, at),
        here: true,
        assessment: { state: 'ok', untilMs: NOW_MS + 200 * DAY },
        induction:
          at === 24 ? { state: 'ended', untilMs: NOW_MS - 3 * DAY } : { state: 'ok', untilMs: NOW_MS + 90 * DAY },
        credential: { state: at % 3 === 1 ? 'ending' : 'ok', untilMs: NOW_MS + 12 * DAY },
      },
    ],
    orders: [
      { ...order(at), startsAtMs, endsAtMs: startsAtMs + 8 * HOUR, here: true, locationName: 'Leeds cold store' },
      {
        ...order(at + 4),
        startsAtMs: startsAtMs + 9 * HOUR,
        endsAtMs: startsAtMs + 11 * HOUR,
        here: false,
        locationName: 'Bradford depot',
      },
    ],
    history,
  };
}

function listPage(fixture: DeskFixture, { list, query, filters, sort, offset, limit }: ListRequest) {
  const wanted = query.toLowerCase();
  const all = (fixture[list] as readonly (FeedRow | ScheduledRow | GrantedRow | InsideRow | WorkingRow)[]).filter(
    (row) =>
      (wanted === '' || JSON.stringify(row).toLowerCase().includes(wanted)) &&
      (filters?.state === undefined || ('state' in row && row.state === filters.state)),
  );
  const rows = sort?.column === 'name' ? all.toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '')) : all;
  if (sort?.down) rows.reverse();
  return { [list]: { rows: rows.slice(offset, offset + limit), total: rows.length } };
}

export type News = 'status' | 'listsChanged' | keyof DeviceNews;
type Calls = { readonly [N in CallName<'desk'>]: (ask: Ask<'desk', N>) => unknown };
export interface FixtureBridge {
  readonly calls: Calls;
  /** What the window asked, in order. */
  readonly asked: { readonly name: string; readonly ask: unknown }[];
  /** Replaces the whole gate, as main would when something happened. */
  readonly become: (fixture: DeskFixture) => void;
  /** A scanner was tried, or the self-check went on. */
  readonly tell: <N extends keyof DeviceNews>(news: N, value: DeviceNews[N]) => void;
}

/** @param tell pushes news into the window */
export function fixtureBridge(
  start: DeskFixture,
  tell: (news: News, value?: DeskStatus | DeviceNews[keyof DeviceNews]) => void,
): FixtureBridge {
  let fixture = start;
  const asked: FixtureBridge['asked'] = [];
  const change = (status: Partial<DeskStatus>): void => {
    fixture = withStatus(fixture, status);
    tell('status', fixture.status);
  };
  const { clearRefused, ...workers } = workerAnswers(NOW_MS, () => tell('listsChanged'), person);
  const tray = trayAnswers(NOW_MS, () => tell('listsChanged'), start.notices);
  const calls: Calls = {
    getStatus: () => fixture.status,
    getList: (request) => listPage(fixture, request),
    getPerson: ({ workerId }) => personCard(workerId, fixture),
    expectPerson({ workerId }) {
      const { expecting: _, ...rest } = fixture.status;
      const found = fixture.scheduled.find((row) => row.workerId === workerId);
      fixture = { ...fixture, status: rest };
      change(found && workerId !== null ? { expecting: { workerId, name: found.name } } : {});
    },
    enrol: ({ enrolmentCode }) => {
      if (enrolmentCode === 'USED-CODE') return { fault: 'enrol_used' };
      change({ connection: READY.connection, siteName: READY.siteName, gateName: READY.gateName });
      return { fault: null };
    },
    chooseCamera: ({ deviceId }) =>
      change({
        camera: { ...fixture.status.camera, enabled: deviceId !== null, ...(deviceId !== null && { deviceId }) },
      }),
    tuneCamera: (tune) => change({ camera: { ...fixture.status.camera, tune } }),
    setVolume: ({ volume }) => change({ volume }),
    chooseLanguage: ({ language }) => change({ language }),
    syncNow: () => undefined,
    forgetPeople: () => ({ done: true }),
    ...supportAnswers,
    ...sessionAnswers(start.status.nowMs, (session) => change({ session })),
    ...deviceAnswers(
      start.devices,
      { get: () => fixture.status.doors, set: (doors) => change({ doors }) },
      tell,
      fixture.status.nowMs,
    ),
    ...listAnswers(start.looks),
    ...personAnswers(NOW_MS, person),
    ...bookingAnswers(NOW_MS, personAnswers(NOW_MS, person).getEvent({ bookingId: 'fair' }), () =>
      tell('listsChanged'),
    ),
    ...uploadAnswers(() => tell('listsChanged')),
    ...contactAnswers(() => tell('listsChanged')),
    ...handOverAnswers(NOW_MS),
    ...portalAnswers(NOW_MS, person, () => tell('listsChanged')),
    ...passAnswers(NOW_MS, () => tell('listsChanged')),
    ...keptAnswers(NOW_MS),
    ...paperListAnswers(NOW_MS),
    ...peerAnswers(NOW_MS, () => tell('listsChanged')),
    ...musterAnswers(NOW_MS, (muster) => {
      const { muster: _, ...rest } = fixture.status;
      fixture = { ...fixture, status: rest };
      change(muster ? { muster } : {});
      tell('listsChanged');
    }),
    ...messageAnswers(NOW_MS, () => tell('listsChanged')),
    ...activityAnswers(start.feed),
    ...checkoutAnswers(NOW_MS, () => tell('listsChanged'), leavers(NOW_MS, person)),
    ...tray,
    clearTray(ask) {
      clearRefused(ask.eventId);
      return tray.clearTray(ask);
    },
    ...workers,
    ...actAnswers(
      () => fixture.status.nowMs,
      () => tell('listsChanged'),
      start.holds,
    ),
  };
  const recorded = Object.entries(calls).map(([name, answer]) => [
    name,
    (ask: never) => {
      asked.push({ name, ask });
      return answer(ask) as unknown;
    },
  ]);
  return {
    calls: Object.fromEntries(recorded) as Calls,
    asked,
    tell,
    become(next) {
      fixture = next;
      tell('status', next.status);
      tell('listsChanged');
    },
  };
}
