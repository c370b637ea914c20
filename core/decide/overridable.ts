import type { Code, CodeOfKind } from '../codes.ts';
import type { Override } from '../event/overrides.ts';
import type { Dossier } from './dossier.ts';

/**
 * G6: which refusals a supervisor may answer for. A rule about papers, times and places: yes. Not where nobody knows who stands there,
 * where the office withdrew the person or the badge, where the door itself must stay shut, or where asking again is the answer.
 */
const MAY_BE_OVERRIDDEN: Readonly<Record<CodeOfKind<'refused' | 'unknown'>, boolean>> = {
  badge_ended: true,
  badge_not_yet: true,
  not_connected: true,
  assessment_missing: true,
  assessment_ended: true,
  induction_missing: true,
  induction_ended: true,
  credential_missing: true,
  credential_ended: true,
  not_assigned: true,
  wrong_place: true,
  order_closed: true,
  event_closed: true,
  event_unconfirmed: true,
  too_early: true,
  too_late: true,
  grant_ended: true,
  already_inside: true,
  inside_other_gate: true,
  site_full: true,
  data_too_old: true,

  /** A badge that was withdrawn may be in anybody's hand. */
  badge_revoked: false,
  person_blocked: false,
  locked_down: false,
  fire_alarm: false,
  roll_call: false,
  /** Over in a moment. */
  other_door_open: false,
  /** The way in is a scan. */
  scan_needed: false,
  answer_unwanted: false,
  staff_declined: false,
  staff_silent: false,
  bad_signature: false,
  unreadable: false,
  unknown_format: false,
  unknown_badge: false,
  unknown_issuer: false,
};

export const mayBeOverridden = (code: Code): boolean =>
  (MAY_BE_OVERRIDDEN as Readonly<Partial<Record<Code, boolean>>>)[code] === true;

/** The override that lets the person pass though `code` is against it, if one holds; its last moment is the one before `untilMs`. */
export const overrideAgainst = ({ nowMs, overrides = [] }: Dossier, code: Code): Override | undefined =>
  mayBeOverridden(code) ? overrides.find((override) => override.code === code && nowMs < override.untilMs) : undefined;
