/** What a door did, and who released it without a badge. */
import { z } from 'zod';
import { code, id, time } from './pieces.ts';

/** How a pulse is known to have happened: the board answered for its coil, echoed the order, or says nothing. */
export const CONFIRMATIONS = ['verified', 'echoed', 'blind'] as const;

/** What made a door open, as far as its inputs and the releases before tell. */
export const OPENED_BY = ['grant', 'exit_request', 'held_open', 'fire', 'forced', 'unknown'] as const;

/** Why a door is released without a badge. */
export const OVERRIDE_PURPOSES = ['open_once', 'test', 'self_check', 'exit_request', 'admit_person'] as const;

/** Modes that a person sets. */
export const DOOR_MODES = ['normal', 'held_open', 'locked_down'] as const;
/** The same, and `freed`: a fire input frees the door, whatever its mode is. */
export const DOOR_STANDS = [...DOOR_MODES, 'freed'] as const;

export const DOOR_UNUSED = ['not_opened', 'nobody_passed'] as const;

export const doorData = {
  'door.opened': z.object({ doorId: id, causeId: id, confirmation: z.enum(CONFIRMATIONS), pulseMs: z.number().int() }),
  /** The contact has closed. `causeId` is the act that the door was opened for, where one is known. */
  'door.closed': z.object({
    doorId: id,
    causeId: id.optional(),
    openedBy: z.enum(OPENED_BY),
    openMs: z.number().int().min(0),
  }),
  /** Opened with no grant, no request to exit, and not held open. */
  'door.forced': z.object({ doorId: id }),
  /** Open for too long. */
  'door.held': z.object({ doorId: id, causeId: id.optional(), openMs: z.number().int().min(0) }),
  /** An act's door was not opened, or not for long enough for anybody to pass: whoever was let through may still be outside. */
  'door.unused': z.object({ doorId: id, causeId: id, what: z.enum(DOOR_UNUSED) }),
  'door.mode_changed': z.object({
    doorId: id,
    from: z.enum(DOOR_STANDS),
    to: z.enum(DOOR_STANDS),
    /** In the words of whoever changed it; never about a person. */
    why: z.string().max(200),
  }),
  /**
   * A door is released without a badge: by staff, to try it, or because somebody inside asks to leave. Written before the
   * relay moves; what came of it names this event as its cause.
   */
  'override.given': z.object({
    /** Absent for `admit_person` at a lane without a door. */
    doorId: id.optional(),
    purpose: z.enum(OVERRIDE_PURPOSES),
    /** In the words of whoever did it; never about a person. Empty where the purpose says all. */
    reason: z.string().max(200),
    /** G6: somebody who was refused is let in all the same, for a time: who, against which refusal, until when. */
    workerId: id.optional(),
    refusalId: id.optional(),
    code: code.optional(),
    until: time.optional(),
  }),
} as const;
