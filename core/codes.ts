/**
 * The one table of outcome and fault codes. A code's words, for workers and for staff, are in `words/`;
 * a test holds that every code has both where it needs them, in every language.
 */

/** What a screen does with a code: colour, shape and sound follow from it (LOOK "Outcomes"). */
export type CodeKind =
  | 'come_in'
  | 'goodbye'
  /** Please wait, a person looks. */
  | 'wait'
  | 'refused'
  /** Not recognised: nothing is known about this code. */
  | 'unknown'
  /** Beside an outcome, for staff only. */
  | 'note'
  /** A device, a file, a connection, or who may act at the desk: never about whoever shows a badge. */
  | 'fault';

export const CODES = {
  welcome: 'come_in',
  no_check_in_here: 'come_in',
  goodbye: 'goodbye',

  badge_revoked: 'refused',
  badge_ended: 'refused',
  badge_not_yet: 'refused',
  person_blocked: 'refused',
  locked_down: 'refused',
  fire_alarm: 'refused',
  roll_call: 'refused',
  other_door_open: 'refused',
  not_connected: 'refused',
  assessment_missing: 'refused',
  assessment_ended: 'refused',
  induction_missing: 'refused',
  induction_ended: 'refused',
  credential_missing: 'refused',
  credential_ended: 'refused',
  not_assigned: 'refused',
  wrong_place: 'refused',
  order_closed: 'refused',
  event_unconfirmed: 'refused',
  event_closed: 'refused',
  too_early: 'refused',
  too_late: 'refused',
  grant_ended: 'refused',
  scan_needed: 'refused',
  already_inside: 'refused',
  inside_other_gate: 'refused',
  site_full: 'refused',
  data_too_old: 'refused',
  answer_unwanted: 'refused',
  staff_declined: 'refused',
  staff_silent: 'refused',

  record_missing: 'wait',
  data_old_ask: 'wait',
  photo_check: 'wait',
  question_asked: 'wait',
  not_recorded: 'wait',

  unreadable: 'unknown',
  unknown_format: 'unknown',
  unknown_badge: 'unknown',
  unknown_issuer: 'unknown',
  bad_signature: 'refused',

  passback_warning: 'note',
  passback_other_gate: 'note',
  closed_by_rule: 'note',
  exit_without_entry: 'note',
  without_record: 'note',
  data_stale: 'note',

  not_enrolled: 'fault',
  settings_broken: 'fault',
  database_broken: 'fault',
  database_newer: 'fault',
  disk_full: 'fault',
  disk_nearly_full: 'fault',
  clock_jumped: 'fault',
  runtime_old: 'fault',
  central_unreachable: 'fault',
  central_not_ours: 'fault',
  central_error: 'fault',
  gate_unknown: 'fault',
  gate_not_allowed: 'fault',
  version_too_old: 'fault',
  central_lost_acts: 'fault',
  enrol_unknown: 'fault',
  enrol_used: 'fault',
  enrol_ended: 'fault',
  device_revoked: 'fault',
  event_set_aside: 'fault',
  camera_missing: 'fault',
  camera_busy: 'fault',
  camera_denied: 'fault',
  camera_dark: 'fault',
  camera_stalled: 'fault',
  port_missing: 'fault',
  port_busy: 'fault',
  port_denied: 'fault',
  port_lost: 'fault',
  board_silent: 'fault',
  board_wrong_reply: 'fault',
  relay_stuck: 'fault',
  pulse_unconfirmed: 'fault',
  door_effect_unknown: 'fault',
  door_not_set_up: 'fault',
  door_kept_shut: 'fault',
  device_host_gone: 'fault',
  window_crashed: 'fault',
  sign_in_needed: 'fault',
  not_allowed: 'fault',
  secret_wrong: 'fault',
  sign_in_locked: 'fault',
  user_gone: 'fault',
} as const satisfies Record<string, CodeKind>;

export type Code = keyof typeof CODES;
export const CODE_NAMES = Object.keys(CODES) as [Code, ...Code[]];
export type CodeOfKind<K extends CodeKind> = { [C in Code]: (typeof CODES)[C] extends K ? C : never }[Code];
export type FaultCode = CodeOfKind<'fault'>;
export const FAULT_CODES = CODE_NAMES.filter((code) => CODES[code] === 'fault') as [FaultCode, ...FaultCode[]];
