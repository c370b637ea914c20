/** A record as lines of a mail: nobody has to look anything up (E4). English, like all that central writes by itself. */
import { changesOf, type Changed } from '../../core/wish/changes.ts';
import type { Rows } from '../store/store.ts';
import { recordOf } from '../sync/record-of.ts';

type Fields = Readonly<Record<string, unknown>>;

const LABELS: Readonly<Record<string, string>> = {
  name: 'Name',
  clientId: 'Client',
  locationId: 'Location',
  locationIds: 'Locations',
  startsAt: 'Starts',
  endsAt: 'Ends',
  status: 'State',
  teamLeader: 'Team leader',
  staffNumbers: 'Staff wanted',
  skills: 'Skills',
  resources: 'Resources',
  requiredQualifications: 'Required qualifications',
  notes: 'Notes',
  email: 'E-mail',
  phone: 'Phone',
  role: 'Role',
  mediaType: 'Kind of file',
  sizeBytes: 'Size',
  uploadedAt: 'Added',
};
const STATES: Readonly<Record<string, string>> = {
  to_be_confirmed: 'To be confirmed',
  confirmed: 'Confirmed',
  cancelled: 'Cancelled',
  completed: 'Completed',
  active: 'Has access',
  inactive: 'Has no access',
  client_contact: 'Client’s contact',
};
const NOTHING = '(nothing)';

export interface Wording {
  /** "Starts: 12 March 2026, 08:00 (Europe/London)", each field that has a label. */
  readonly lines: (record: Fields) => Promise<string[]>;
  /** "Starts: from … to …", each field that differs. */
  readonly changes: (before: Fields | undefined, after: Fields | undefined) => Promise<string[]>;
}

/** @param timeZone of the place that the record is about */
export function wordingOf(rows: Rows, timeZone: string): Wording {
  const named = async (field: string, value: string): Promise<string> => {
    if (field === 'clientId') return (await recordOf(rows, 'client', value))?.name ?? value;
    if (field === 'locationId') return (await recordOf(rows, 'location', value))?.name ?? value;
    return field.endsWith('At') ? momentOf(value, timeZone) : (STATES[value] ?? value);
  };
  const text = async (field: string, value: unknown): Promise<string> => {
    if (typeof value === 'number') return field === 'sizeBytes' ? `${Math.ceil(value / 1024)} KiB` : String(value);
    if (typeof value === 'string' && value !== '') return named(field, value);
    if (typeof value !== 'object' || value === null) return NOTHING;
    if (Array.isArray(value)) {
      const each = await Promise.all(value.map((one) => text(field.replace(/Ids$/, 'Id'), one)));
      return each.join(', ') || NOTHING;
    }
    const { skill, count, ...rest } = value as Fields;
    if (typeof skill === 'string' && typeof count === 'number') return `${count} × ${skill}`;
    return Object.values(rest).join(', ');
  };
  const changed = async ({ field, from, to }: Changed): Promise<string> =>
    `${LABELS[field]}: from ${await text(field, from)} to ${await text(field, to)}`;
  return {
    lines: (record) =>
      Promise.all(
        Object.entries(record)
          .filter(([field]) => field in LABELS)
          .map(async ([field, value]) => `${LABELS[field]}: ${await text(field, value)}`),
      ),
    changes: (before, after) =>
      Promise.all(
        changesOf(before, after)
          .filter(({ field }) => field in LABELS)
          .map(changed),
      ),
  };
}

export const momentOf = (time: string, timeZone: string): string =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(time))} (${timeZone})`;
