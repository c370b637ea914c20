/**
 * The bridge: every capability that a window has, one row each. Main registers handlers from this table and checks both
 * sender and payload; the preload scripts expose one function per row; the windows take their types from here.
 */
import { z } from 'zod';
import { FAULT_CODES } from '../core/codes.ts';
import { actCalls } from './act-views.ts';
import { cameraOffersSchema, cameraTuneSchema } from './camera-views.ts';
import { activityCalls } from './activity-views.ts';
import { bookingCalls } from './booking-views.ts';
import { contactCalls } from './contact-views.ts';
import { checkoutCalls } from './checkout-views.ts';
import { deviceCalls, deviceNews } from './device-views.ts';
import { keepingCalls } from './keeping-views.ts';
import { listCalls } from './list-views.ts';
import { personCalls } from './person-views.ts';
import { messageCalls } from './message-views.ts';
import { musterCalls, paperListCalls } from './muster-views.ts';
import { peerCalls } from './peer-views.ts';
import { recordCalls } from './record-views.ts';
import { supportCalls } from './support-views.ts';
import { handOverCalls } from './handover-views.ts';
import { orderCalls } from './order-views.ts';
import { passCalls } from './pass-views.ts';
import { timesheetCalls } from './timesheet-views.ts';
import { uploadCalls } from './upload-views.ts';
import { trayCalls } from './tray-views.ts';
import { workerCalls } from './worker-views.ts';
import { withdrawalCalls } from './withdrawal-views.ts';
import { sessionCalls, signInAnswerSchema } from './session-views.ts';
import {
  CAMERA_STATES,
  deskStatusSchema,
  kioskViewSchema,
  listAnswerSchema,
  listRequestSchema,
  personSchema,
} from './views.ts';

const nothing = z.undefined();

/** Window asks, main answers. */
export const CALLS = {
  kiosk: {
    /** The current view; later ones arrive as `view`. */
    getView: { ask: nothing, answer: kioskViewSchema },
    /** The camera read a code. Only the text crosses. */
    submitCode: { ask: z.object({ text: z.string().max(4096) }), answer: nothing },
    reportCamera: {
      ask: z.object({
        state: z.enum(CAMERA_STATES),
        deviceId: z.string().max(200).optional(),
        label: z.string().max(200).optional(),
        choices: z.array(z.object({ deviceId: z.string().max(200), label: z.string().max(200) })).max(32),
        offers: cameraOffersSchema.optional(),
      }),
      answer: nothing,
    },
    /** A person touched the screen: the outcome may go. */
    acknowledge: { ask: z.object({ outcomeId: z.string().max(64) }), answer: nothing },
    chooseLanguage: { ask: z.object({ language: z.string().max(35) }), answer: nothing },
    /** G9: staff want out of the full screen. */
    leave: { ask: z.object({ pin: z.string().min(1).max(32) }), answer: signInAnswerSchema },
  },
  desk: {
    getStatus: { ask: nothing, answer: deskStatusSchema },
    getList: { ask: listRequestSchema, answer: listAnswerSchema },
    getPerson: { ask: z.object({ workerId: z.string().max(64) }), answer: personSchema.nullable() },
    /** D1: wait for this person's badge; null: for nobody's in particular. */
    expectPerson: { ask: z.object({ workerId: z.string().max(64).nullable() }), answer: nothing },
    enrol: {
      ask: z.object({ centralUrl: z.string().max(500), enrolmentCode: z.string().max(100) }),
      answer: z.object({ fault: z.enum(FAULT_CODES).nullable() }),
    },
    chooseCamera: { ask: z.object({ deviceId: z.string().max(200).nullable() }), answer: nothing },
    /** In force at once, and remembered. */
    tuneCamera: { ask: cameraTuneSchema, answer: nothing },
    setVolume: { ask: z.object({ volume: z.number().min(0).max(1) }), answer: nothing },
    chooseLanguage: { ask: z.object({ language: z.string().max(35) }), answer: nothing },
    syncNow: { ask: nothing, answer: nothing },
    ...deviceCalls,
    ...trayCalls,
    ...bookingCalls,
    ...uploadCalls,
    ...contactCalls,
    ...messageCalls,
    ...passCalls,
    ...musterCalls,
    ...paperListCalls,
    ...peerCalls,
    ...supportCalls,
    ...recordCalls,
    ...keepingCalls,
    ...handOverCalls,
    ...orderCalls,
    ...timesheetCalls,
    ...withdrawalCalls,
    ...personCalls,
    ...listCalls,
    ...actCalls,
    ...checkoutCalls,
    ...activityCalls,
    ...workerCalls,
    ...sessionCalls,
  },
} as const;

/** Main tells, window listens. */
export const NEWS = {
  /** `leaveAsked`: somebody tried to close a kiosk that needs a PIN for it. */
  kiosk: { view: kioskViewSchema, leaveAsked: nothing },
  desk: {
    status: deskStatusSchema,
    /** Some list changed: ask again for what is on screen. */
    listsChanged: nothing,
    ...deviceNews,
  },
} as const;

export type WindowName = keyof typeof CALLS;
type CallTable = typeof CALLS;
export type CallName<W extends WindowName> = keyof CallTable[W] & string;
type Row<W extends WindowName, N extends CallName<W>> = CallTable[W][N] extends { ask: infer A; answer: infer R }
  ? { ask: A extends z.ZodType ? z.infer<A> : never; answer: R extends z.ZodType ? z.infer<R> : never }
  : never;
export type Ask<W extends WindowName, N extends CallName<W>> = Row<W, N>['ask'];
export type Answer<W extends WindowName, N extends CallName<W>> = Row<W, N>['answer'];

export type NewsName<W extends WindowName> = keyof (typeof NEWS)[W] & string;
export type NewsOf<W extends WindowName, N extends NewsName<W>> = (typeof NEWS)[W][N] extends z.ZodType
  ? z.infer<(typeof NEWS)[W][N]>
  : never;

type Calls<W extends WindowName> = {
  [N in CallName<W>]: Ask<W, N> extends undefined
    ? () => Promise<Answer<W, N>>
    : (ask: Ask<W, N>) => Promise<Answer<W, N>>;
};
type Listeners<W extends WindowName> = {
  /** Returns the function that stops listening. */
  [N in NewsName<W> as `on${Capitalize<N>}`]: (listener: (news: NewsOf<W, N>) => void) => () => void;
};
/** What `window.gatehouse` is in each window. */
export type KioskBridge = Calls<'kiosk'> & Listeners<'kiosk'>;
export type DeskBridge = Calls<'desk'> & Listeners<'desk'>;
export type BridgeOf<W extends WindowName> = W extends 'kiosk' ? KioskBridge : DeskBridge;

export { callChannel, newsChannel } from './channels.ts';
