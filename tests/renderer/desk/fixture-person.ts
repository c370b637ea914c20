/** What main would tell of people's files, of crews and of events, for the desk window. */
import type { Ask } from '../../../preload/contract.ts';
import { eventHeadSchema } from '../../../preload/person-views.ts';
import type { Crew, CrewMember, EventView, FileAnswer, PersonFile, RosterLine } from '../../../preload/person-views.ts';

/** A person of the made-up gate by number. */
type PersonOf = (at: number) => Pick<CrewMember, 'workerId' | 'name' | 'contractorName'>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Pictures that the test's server knows. */
export const PHOTO = 'a'.repeat(64);
export const MAP = 'b'.repeat(64);
const file = (id: string, name: string, mediaType = 'application/pdf') => ({ id, name, mediaType, sizeBytes: 84_000 });

export const fileOf = (at: number, nowMs: number): PersonFile => ({
  ...(at % 2 === 0 && { photo: PHOTO }),
  visitor: false,
  ...(at === 0 && { note: 'Rings the bell at the goods gate when the long van comes.' }),
  skills: at % 3 === 0 ? ['Cable pulling', 'Cherry picker'] : [],
  qualifications: [
    {
      name: 'Working at height',
      state: 'ending',
      untilMs: nowMs + 9 * DAY,
      certificate: file('cert-height', 'Working at height.pdf'),
    },
    { name: 'First aid', state: 'ok', untilMs: nowMs + 400 * DAY },
    ...(at % 3 === 0 ? [{ name: 'Hot works', state: 'ended' as const, untilMs: nowMs - 5 * DAY }] : []),
  ],
  vehicles: at % 2 === 0 ? [{ plate: 'LN24 KXD', kind: 'Van', permit: 'Yard B' }] : [],
  documents: at === 0 ? [file('doc-letter', 'Letter of introduction.pdf')] : [],
  events:
    at % 4 === 0
      ? [
          {
            bookingId: 'fair',
            name: 'Winter fair, hall B',
            clientName: 'Meridian Foods',
            role: 'Steward',
            status: 'confirmed',
            startsAtMs: nowMs + HOUR,
            endsAtMs: nowMs + 9 * HOUR,
            here: true,
            locationName: 'Leeds cold store',
          },
        ]
      : [],
});

const STATES = ['not_yet', 'validated', 'inside', 'inside', 'inside'] as const;
const answers: Readonly<Record<string, FileAnswer>> = {
  map: { came: 'image', sha256: MAP, name: 'Site map.png' },
  plan: { came: 'window' },
  list: { came: 'saved' },
};

/** What main would answer about crews, events and files. */
export function personAnswers(nowMs: number, person: PersonOf) {
  const member = (at: number): CrewMember => ({
    ...person(at),
    ...(at % 2 === 0 && { photo: PHOTO }),
    state: STATES[at % STATES.length]!,
  });
  const crew = (key: number, number: string, title: string, clientName: string, size: number): Crew => {
    const members = Array.from({ length: size }, (_, at) => member(key * 5 + at));
    return {
      workOrderId: `crew-${key}`,
      number,
      title,
      clientName,
      ...(key === 0 && { leader: { name: 'Grace Whitfield', phone: '+44 7700 900177' } }),
      startsAtMs: nowMs - (nowMs % HOUR) - HOUR + key * HOUR,
      endsAtMs: nowMs - (nowMs % HOUR) + 7 * HOUR + key * HOUR,
      people: size,
      inside: members.filter(({ state }) => state === 'inside').length,
      validated: members.filter(({ state }) => state === 'validated').length,
      members,
    };
  };
  const crewsNow = (): Crew[] => [
    crew(0, 'WO-4100', 'Cold store rewiring', 'Meridian Foods', 5),
    crew(1, 'WO-4103', 'Annual lift inspection', 'Albion Logistics', 2),
    crew(2, 'WO-4106', 'Sprinkler test, hall B', 'Westfield Retail', 0),
  ];

  const line = (at: number, qualifications: RosterLine['qualifications']): RosterLine => ({
    ...member(at),
    key: `line-${at}`,
    role: at === 0 ? 'Supervisor' : 'Steward',
    startsAtMs: nowMs + HOUR,
    endsAtMs: nowMs + 9 * HOUR,
    skills: ['Crowd control'],
    qualifications,
    vehicles: at === 0 ? [{ plate: 'LN24 KXD', kind: 'Van', permit: 'Yard B' }] : [],
  });
  const fairNow = (): EventView => ({
    bookingId: 'fair',
    name: 'Winter fair, hall B',
    clientName: 'Meridian Foods',
    status: 'confirmed',
    teamLeader: { name: 'Hannah Berg', phone: '+44 7700 900188' },
    startsAtMs: nowMs + HOUR,
    endsAtMs: nowMs + 9 * HOUR,
    people: 3,
    inside: 1,
    validated: 0,
    staffNumbers: 4,
    wantedSkills: [{ skill: 'Crowd control', count: 4 }],
    resources: ['Radios', 'Hi-vis vests'],
    notes: 'Deliveries by the north doors until 10:00.',
    requiredQualifications: ['First aid', 'Crowd safety'],
    roster: [
      line(0, [
        { name: 'Crowd safety', state: 'missing' },
        { name: 'First aid', state: 'ok', untilMs: nowMs + 400 * DAY },
      ]),
      line(1, [
        { name: 'First aid', state: 'ok' },
        { name: 'Crowd safety', state: 'ok' },
      ]),
      line(2, [
        { name: 'First aid', state: 'ok' },
        { name: 'Crowd safety', state: 'ok', certificate: file('cert-crowd', 'Crowd safety.pdf') },
      ]),
    ],
    documents: [
      file('map', 'Site map.png', 'image/png'),
      file('plan', 'Event plan.pdf'),
      file('list', 'Stands.xlsx', 'application/vnd.ms-excel'),
    ],
  });

  return {
    listCrews: ({ query }: Ask<'desk', 'listCrews'>) => {
      const crews = crewsNow().filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));
      return { crews, total: crews.length };
    },
    listEvents: () => ({ events: [eventHeadSchema.parse(fairNow())], total: 1 }),
    getEvent: ({ bookingId }: Ask<'desk', 'getEvent'>) => (bookingId === 'fair' ? fairNow() : null),
    openFile: ({ documentId, how }: Ask<'desk', 'openFile'>): FileAnswer =>
      how === 'save' ? { came: 'saved' } : (answers[documentId] ?? { came: 'fault', fault: 'offline' }),
  };
}
