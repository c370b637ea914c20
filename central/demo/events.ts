/** Events at Riverside Tower: one on now, one of tomorrow that is to be confirmed, one that was cancelled, one past and one of next week. Hours are counted from seeding. */
import type { Booking } from '../../core/site/portal.ts';
import { drawPdf } from './drawn/pdf.ts';
import { drawSiteMap } from './drawn/site-map.ts';
import { HARBOURLINE, NORTHLIGHT, RIVERSIDE } from './site.ts';

interface RosterRow {
  /** Of PEOPLE. */
  readonly person: string;
  readonly role: string;
  readonly startsInHours: number;
  readonly endsInHours: number;
  readonly vehiclePlate?: string;
}
interface FileRow {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: () => Buffer;
}
export interface EventRow extends Pick<
  Booking,
  'clientId' | 'locationId' | 'name' | 'status' | 'teamLeader' | 'skills' | 'resources' | 'requiredQualifications'
> {
  readonly key: string;
  readonly startsInHours: number;
  readonly endsInHours: number;
  readonly staffNumbers: number;
  readonly notes?: string;
  readonly roster: readonly RosterRow[];
  readonly files: readonly FileRow[];
}

const pdf = (name: string, ...lines: readonly string[]): FileRow => ({
  name,
  mediaType: 'application/pdf',
  bytes: () => drawPdf(lines),
});
const on = (person: string, role: string, startsInHours: number, endsInHours: number): RosterRow => ({
  person,
  role,
  startsInHours,
  endsInHours,
});

export const EVENTS: readonly EventRow[] = [
  {
    key: 'open-day',
    clientId: HARBOURLINE,
    locationId: RIVERSIDE,
    name: 'Open day for tenants',
    status: 'confirmed',
    startsInHours: -1,
    endsInHours: 13,
    teamLeader: { name: 'Nadia Kessler', phone: '+44 7700 900188' },
    staffNumbers: 6,
    skills: [
      { skill: 'Stewarding', count: 4 },
      { skill: 'Catering', count: 2 },
    ],
    resources: ['Radios', 'Barriers', 'Hi-vis vests'],
    requiredQualifications: ['Crowd safety', 'First aid at work'],
    notes: 'Deliveries by the goods gate until 10:00. The hall is the orange building on the map.',
    roster: [
      { ...on('kwame', 'Supervisor', -1, 13), vehiclePlate: 'EA71 TWN' },
      on('goran', 'Steward', -1, 13),
      on('marisol', 'Steward', -1, 8),
      on('yasmine', 'Steward', 2, 13),
      on('declan', 'Rigger', -1, 4),
    ],
    files: [
      { name: 'Site map.png', mediaType: 'image/png', bytes: drawSiteMap },
      pdf(
        'Event plan.pdf',
        'Open day for tenants',
        'Doors: main gate. Deliveries: goods gate.',
        'Muster point: ring road, east side.',
      ),
      {
        name: 'Stands.csv',
        mediaType: 'text/csv',
        bytes: () => Buffer.from('stand,tenant\n1,Alder & Quill\n2,Brightwire\n'),
      },
    ],
  },
  {
    key: 'roof',
    clientId: HARBOURLINE,
    locationId: RIVERSIDE,
    name: 'Roof garden party',
    status: 'cancelled',
    startsInHours: -1,
    endsInHours: 8,
    staffNumbers: 1,
    skills: [],
    resources: [],
    requiredQualifications: [],
    roster: [on('elif', 'Steward', -1, 8)],
    files: [],
  },
  {
    key: 'press',
    clientId: NORTHLIGHT,
    locationId: RIVERSIDE,
    name: 'Press visit, switchgear',
    status: 'to_be_confirmed',
    startsInHours: 18,
    endsInHours: 22,
    teamLeader: { name: 'Rhys Morgan', phone: '+44 7700 900161' },
    staffNumbers: 2,
    skills: [{ skill: 'Stewarding', count: 2 }],
    resources: ['Helmets for visitors'],
    requiredQualifications: ['Crowd safety'],
    roster: [on('anders', 'Steward', 17, 22)],
    files: [pdf('Route.pdf', 'Press visit', 'Lift 2 to level B2. Nobody leaves the marked route.')],
  },
  {
    key: 'spring-market',
    clientId: HARBOURLINE,
    locationId: RIVERSIDE,
    name: 'Market on the quay',
    status: 'completed',
    startsInHours: -27 * 24,
    endsInHours: -27 * 24 + 10,
    teamLeader: { name: 'Nadia Kessler', phone: '+44 7700 900188' },
    staffNumbers: 9,
    skills: [
      { skill: 'Stewarding', count: 7 },
      { skill: 'First aid', count: 2 },
    ],
    resources: ['Barriers', 'Generator'],
    requiredQualifications: ['Crowd safety'],
    notes: 'Stands are built from 05:00 on the east side.',
    roster: [on('kwame', 'Supervisor', -27 * 24, -27 * 24 + 10), on('goran', 'Steward', -27 * 24, -27 * 24 + 10)],
    files: [pdf('Stand plan.pdf', 'Market on the quay', 'Stands 1 to 14 on the east side, 15 to 30 on the ramp.')],
  },
  {
    key: 'charity-run',
    clientId: HARBOURLINE,
    locationId: RIVERSIDE,
    name: 'Charity stair run',
    status: 'confirmed',
    startsInHours: 9 * 24,
    endsInHours: 9 * 24 + 6,
    teamLeader: { name: 'Rhys Morgan', phone: '+44 7700 900161' },
    staffNumbers: 5,
    skills: [{ skill: 'First aid', count: 2 }],
    resources: ['Radios', 'Water points'],
    requiredQualifications: ['First aid at work'],
    roster: [on('yasmine', 'Steward', 9 * 24 - 1, 9 * 24 + 6)],
    files: [],
  },
];
