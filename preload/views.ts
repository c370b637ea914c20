/** What the windows are shown: plain data, computed in main. Times are Unix milliseconds; words are looked up by code. */
import { DATA_LISTS } from '../core/site/data-lists.ts';
import { z } from 'zod';
import { CODE_NAMES, FAULT_CODES } from '../core/codes.ts';
import { ATTENDANCE } from '../core/site/attendance.ts';
import { cameraOffersSchema, cameraTuneSchema } from './camera-views.ts';
import { doorViewSchema } from './device-views.ts';
import { personFileSchema } from './person-views.ts';
import { sessionViewSchema } from './session-views.ts';
import { musterElsewhereSchema, musterStatusSchema } from './muster-views.ts';

const code = z.enum(CODE_NAMES);
const fault = z.enum(FAULT_CODES);
const ms = z.number();

export const CAMERA_STATES = ['off', 'starting', 'live', 'missing', 'busy', 'denied', 'dark', 'stalled'] as const;
export type CameraState = (typeof CAMERA_STATES)[number];

export const factsSchema = z.object({
  startsAtMs: ms.optional(),
  endsAtMs: ms.optional(),
  sinceMs: ms.optional(),
  insideMs: ms.optional(),
  /** B7: nobody saw when the person left, so `insideMs` is an estimate. */
  estimated: z.boolean().optional(),
  clientName: z.string().optional(),
  locationName: z.string().optional(),
  gateName: z.string().optional(),
  workOrderNumber: z.string().optional(),
  eventName: z.string().optional(),
  reason: z.string().optional(),
  count: z.number().optional(),
});

/** One answer to one badge, for the worker: a first name and nothing else of a person. */
export const kioskOutcomeSchema = z.object({
  id: z.string(),
  kind: z.enum(['come_in', 'goodbye', 'wait', 'refused', 'unknown']),
  code,
  firstName: z.string().optional(),
  facts: factsSchema,
  /** BCP 47 language of this person, when known. */
  language: z.string().optional(),
  atMs: ms,
  /** How long it stays unless acknowledged or replaced by the next badge. */
  showMs: ms,
});

export const kioskViewSchema = z.object({
  screen: z.enum(['ready', 'reading', 'outcome', 'out_of_service', 'emergency']),
  outcome: kioskOutcomeSchema.optional(),
  /** Why the gate is out of service. */
  fault: fault.optional(),
  siteName: z.string(),
  gateName: z.string(),
  timeZone: z.string(),
  languages: z.array(z.string()),
  language: z.string(),
  online: z.boolean(),
  offlineSinceMs: ms.optional(),
  camera: z.object({
    enabled: z.boolean(),
    deviceId: z.string().optional(),
    label: z.string().optional(),
    tune: cameraTuneSchema.optional(),
  }),
  /** 0 is mute. */
  volume: z.number().min(0).max(1),
});

export const deviceViewSchema = z.object({
  id: z.string(),
  kind: z.enum(['camera', 'scanner', 'door', 'host']),
  name: z.string(),
  state: z.enum(['up', 'down', 'starting']),
  code: fault.optional(),
  detail: z.string().optional(),
  sinceMs: ms,
});

export const deskStatusSchema = z.object({
  nowMs: ms,
  siteName: z.string(),
  gateName: z.string(),
  timeZone: z.string(),
  language: z.string(),
  volume: z.number(),
  appVersion: z.string(),
  runtime: z.string(),
  /** True on the older runtime that only starts and tests the app. */
  runtimeIsFallback: z.boolean(),
  connection: z.object({
    state: z.enum(['not_enrolled', 'connecting', 'online', 'offline', 'revoked']),
    sinceMs: ms,
    code: fault.optional(),
    centralUrl: z.string().optional(),
    /** Acts that central does not have yet. */
    waiting: z.number(),
    /** Acts that this PC recorded before it was set up anew, and that central does not have yet. */
    earlierWaiting: z.number().optional(),
    /** Acts that central would not take: kept here, shown, never sent again. */
    setAside: z.number(),
    flagged: z.number(),
    lastPushMs: ms.optional(),
    lastPullMs: ms.optional(),
    /** Central's clock minus this PC's; absent: not known. */
    clockOffsetMs: z.number().optional(),
    /** Central has withdrawn this gate, and people's data are gone from it. */
    peopleForgotten: z.boolean().optional(),
  }),
  staleness: z.object({
    ageMs: ms.optional(),
    level: z.enum(['fresh', 'warn', 'ask', 'refuse', 'never']),
    /** The list that brought the level about. */
    list: z.enum(DATA_LISTS).optional(),
    /** G3: what the gate does next, soon, if nothing new arrives. */
    next: z.object({ level: z.enum(['warn', 'ask', 'refuse']), list: z.enum(DATA_LISTS), inMs: ms }).optional(),
    /** Each list by itself; the limits from the mildest on, with zero or less for one that is reached. */
    lists: z
      .array(
        z.object({
          list: z.enum(DATA_LISTS),
          ageMs: ms,
          level: z.enum(['fresh', 'warn', 'ask', 'refuse']),
          limits: z.array(z.object({ level: z.enum(['warn', 'ask', 'refuse']), inMs: z.number() })),
        }),
      )
      .optional(),
  }),
  devices: z.array(deviceViewSchema),
  doors: z.array(doorViewSchema),
  faults: z.array(z.object({ code: fault, part: z.string(), sinceMs: ms, detail: z.string().optional() })),
  counts: z.object({
    scheduled: z.number(),
    granted: z.number(),
    inside: z.number(),
    working: z.number(),
    refused: z.number(),
  }),
  session: sessionViewSchema,
  /** G8: the roll call that runs. */
  muster: musterStatusSchema.optional(),
  /** G8: those that run at the place's other gates, the latest first; absent: none. */
  mustersElsewhere: z.array(musterElsewhereSchema).optional(),
  /** D1: the person whose badge staff are waiting for. `other`: somebody else's badge was shown instead. */
  expecting: z.object({ workerId: z.string(), name: z.string(), other: z.string().optional() }).optional(),
  camera: z.object({
    enabled: z.boolean(),
    deviceId: z.string().optional(),
    label: z.string().optional(),
    state: z.enum(CAMERA_STATES),
    choices: z.array(z.object({ deviceId: z.string(), label: z.string() })),
    tune: cameraTuneSchema.optional(),
    /** Absent while no camera is in use. */
    offers: cameraOffersSchema.optional(),
  }),
});

const orderRef = z.object({ id: z.string(), number: z.string(), title: z.string(), clientName: z.string() });

/** One line of the live feed: an act, a refusal, a device. */
export const feedRowSchema = z.object({
  eventId: z.string(),
  seq: z.number(),
  atMs: ms,
  type: z.string(),
  kind: z.enum(['come_in', 'goodbye', 'wait', 'refused', 'unknown', 'note', 'fault']),
  code: code.optional(),
  workerId: z.string().optional(),
  name: z.string().optional(),
  contractorName: z.string().optional(),
  notes: z.array(code),
  /** Central has it. */
  delivered: z.boolean(),
  /** For a device: which. */
  part: z.string().optional(),
  facts: factsSchema,
  /** The act that this line takes back (G6). */
  undoes: z.string().optional(),
  /** A refusal that is the person's last answer, and that a supervisor could let them in against (G6). */
  isOpen: z.boolean().optional(),
});

export const scheduledRowSchema = z.object({
  key: z.string(),
  workerId: z.string(),
  name: z.string(),
  contractorName: z.string().optional(),
  order: orderRef,
  startsAtMs: ms,
  endsAtMs: ms,
  state: z.enum(['expected', 'late', 'inside', 'left']),
});
export const grantedRowSchema = z.object({
  key: z.string(),
  workerId: z.string(),
  name: z.string(),
  contractorName: z.string().optional(),
  orders: z.array(orderRef),
  grantedAtMs: ms,
  untilMs: ms,
  inside: z.boolean(),
});
export const insideRowSchema = z.object({
  key: z.string(),
  /** The gate that saw the person come in, when it was not this one. */
  gateName: z.string().optional(),
  workerId: z.string(),
  name: z.string(),
  contractorName: z.string().optional(),
  orders: z.array(orderRef),
  sinceMs: ms,
  breakSinceMs: ms.optional(),
});
export const workingRowSchema = z.object({
  key: z.string(),
  workerId: z.string(),
  name: z.string(),
  contractorName: z.string().optional(),
  /** Absent for somebody inside with no work here today. */
  order: orderRef.optional(),
  startsAtMs: ms.optional(),
  endsAtMs: ms.optional(),
  state: z.enum(ATTENDANCE),
  /** When they came in, went out or began their break. */
  sinceMs: ms.optional(),
});
const page = <T extends z.ZodType>(list: T) =>
  z.object({
    rows: z.array(list),
    total: z.number(),
    /** A search that so many answer to that no more of them were looked for. */
    more: z.boolean().optional(),
  });
export const listAnswerSchema = z.object({
  feed: page(feedRowSchema).optional(),
  scheduled: page(scheduledRowSchema).optional(),
  granted: page(grantedRowSchema).optional(),
  inside: page(insideRowSchema).optional(),
  working: page(workingRowSchema).optional(),
  refused: page(feedRowSchema).optional(),
});

export const requirementView = z.object({
  state: z.enum(['ok', 'ending', 'ended', 'missing', 'not_required']),
  untilMs: ms.optional(),
});
/** A person's card on the desk. */
export const personSchema = z.object({
  workerId: z.string(),
  name: z.string(),
  contractorName: z.string().optional(),
  phone: z.string().optional(),
  language: z.string().optional(),
  blockedReason: z.string().optional(),
  /** `gateName`: the other gate of the place that saw it. */
  presence: z.object({ inside: z.boolean(), sinceMs: ms, gateName: z.string().optional() }).optional(),
  grant: z.object({ grantedAtMs: ms, untilMs: ms }).optional(),
  clients: z.array(
    z.object({
      clientName: z.string(),
      here: z.boolean(),
      assessment: requirementView,
      induction: requirementView,
      credential: requirementView,
    }),
  ),
  orders: z.array(orderRef.extend({ startsAtMs: ms, endsAtMs: ms, here: z.boolean(), locationName: z.string() })),
  history: z.array(feedRowSchema),
  file: personFileSchema,
});

export type Facts = z.infer<typeof factsSchema>;
export type KioskOutcome = z.infer<typeof kioskOutcomeSchema>;
export type KioskView = z.infer<typeof kioskViewSchema>;
export type DeviceView = z.infer<typeof deviceViewSchema>;
export type DeskStatus = z.infer<typeof deskStatusSchema>;
export type FeedRow = z.infer<typeof feedRowSchema>;
export type ScheduledRow = z.infer<typeof scheduledRowSchema>;
export type GrantedRow = z.infer<typeof grantedRowSchema>;
export type InsideRow = z.infer<typeof insideRowSchema>;
export type WorkingRow = z.infer<typeof workingRowSchema>;
export type ListAnswer = z.infer<typeof listAnswerSchema>;
export type Person = z.infer<typeof personSchema>;
export { listRequestSchema, LISTS, type ListName, type ListRequest } from './list-views.ts';
