import type { Role, User } from './entities.ts';

/** What a signed-in user can be allowed to do. Seeing a list of the own locations is one of them; nothing is allowed by default. */
export const RIGHTS = [
  /** The desk's ordinary work: grant by tap, answer questions, temporary passes, messages, the flagged tray. */
  'gate.work',
  /** G6: let somebody in who was refused. */
  'override.give',
  /** B: check others in and out by hand. */
  'checkout.manual',
  'door.open',
  'door.mode',
  'devices.setup',
  'muster.run',
  'activity.see',
  'workers.see',
  'connections.edit',
  'orders.see',
  'orders.submit',
  'timesheets.see',
  'timesheets.decide',
  'bookings.see',
  'bookings.edit',
  'documents.add',
  'contacts.edit',
  'settings.edit',
] as const;
export type Right = (typeof RIGHTS)[number];

const STAFF: readonly Right[] = [
  'gate.work',
  'door.open',
  'door.mode',
  'muster.run',
  'activity.see',
  'workers.see',
  'bookings.see',
];
const SUPERVISOR: readonly Right[] = [
  ...STAFF,
  'override.give',
  'checkout.manual',
  'connections.edit',
  'orders.see',
  'orders.submit',
  'timesheets.see',
  'timesheets.decide',
  'bookings.edit',
  'documents.add',
  'contacts.edit',
  'settings.edit',
];
const CONTACT: readonly Right[] = [
  'activity.see',
  'workers.see',
  'checkout.manual',
  'orders.see',
  'orders.submit',
  'timesheets.see',
  'timesheets.decide',
  'bookings.see',
  'bookings.edit',
  'documents.add',
];
const ALLOWED: Readonly<Record<Role, ReadonlySet<Right>>> = {
  gate_staff: new Set(STAFF),
  supervisor: new Set(SUPERVISOR),
  client_contact: new Set(CONTACT),
  administrator: new Set(RIGHTS),
};

/** B6, C1: only an active account has rights, and only at its own locations. */
export const may = (user: User, right: Right, locationId: string): boolean =>
  user.status === 'active' && user.locationIds.includes(locationId) && ALLOWED[user.role].has(right);
