/** What the desk shows of a person beyond name and lights, of work orders' crews and of events (PRODUCT A, D5, E1, E2). */
import { z } from 'zod';

const ms = z.number();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().max(64);

/** A file to open; its bytes may not be on this gate yet. */
export const fileViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
});

/** A skill or certificate on paper: `missing` only where an event asks for it. */
export const qualificationViewSchema = z.object({
  name: z.string(),
  state: z.enum(['ok', 'ending', 'ended', 'missing']),
  untilMs: ms.optional(),
  certificate: fileViewSchema.optional(),
});
const vehicleSchema = z.object({ plate: z.string(), kind: z.string().optional(), permit: z.string().optional() });

/** More of a person's card. */
export const personFileSchema = z.object({
  photo: sha256.optional(),
  visitor: z.boolean(),
  note: z.string().optional(),
  skills: z.array(z.string()),
  qualifications: z.array(qualificationViewSchema),
  vehicles: z.array(vehicleSchema),
  documents: z.array(fileViewSchema),
  /** Events whose roster names the person, not long past. */
  events: z.array(
    z.object({
      bookingId: z.string(),
      name: z.string(),
      clientName: z.string(),
      role: z.string().optional(),
      status: z.enum(['to_be_confirmed', 'confirmed', 'cancelled', 'completed']),
      startsAtMs: ms,
      endsAtMs: ms,
      here: z.boolean(),
      locationName: z.string(),
    }),
  ),
});

/** D5: `validated`: the first scan let the person in to this work, who is out again now. */
export const CREW_STATES = ['inside', 'validated', 'not_yet'] as const;
const crewState = z.enum(CREW_STATES);
const member = z.object({
  workerId: z.string(),
  name: z.string(),
  contractorName: z.string().optional(),
  photo: sha256.optional(),
  /** The other gate of the place that saw the person come in. */
  gateName: z.string().optional(),
  state: crewState,
});
const counts = { people: z.number(), inside: z.number(), validated: z.number() };

export const crewSchema = z.object({
  workOrderId: z.string(),
  number: z.string(),
  title: z.string(),
  clientName: z.string(),
  leader: z.object({ name: z.string(), phone: z.string().optional() }).optional(),
  startsAtMs: ms,
  endsAtMs: ms,
  ...counts,
  members: z.array(member),
});

const rosterLineSchema = member.extend({
  key: z.string(),
  role: z.string().optional(),
  startsAtMs: ms.optional(),
  endsAtMs: ms.optional(),
  skills: z.array(z.string()),
  qualifications: z.array(qualificationViewSchema),
  vehicles: z.array(vehicleSchema),
});
const bookingHead = {
  bookingId: z.string(),
  name: z.string(),
  clientName: z.string(),
  status: z.enum(['to_be_confirmed', 'confirmed', 'cancelled', 'completed']),
  teamLeader: z.object({ name: z.string(), phone: z.string().optional() }).optional(),
  startsAtMs: ms,
  endsAtMs: ms,
  ...counts,
};
export const eventHeadSchema = z.object(bookingHead);
/** E1, E2: what the client's sections leave out is absent. */
export const eventSchema = z.object({
  ...bookingHead,
  staffNumbers: z.number().optional(),
  wantedSkills: z.array(z.object({ skill: z.string(), count: z.number() })),
  resources: z.array(z.string()),
  notes: z.string().optional(),
  requiredQualifications: z.array(z.string()).optional(),
  roster: z.array(rosterLineSchema).optional(),
  documents: z.array(fileViewSchema).optional(),
});

const query = z.string().max(100);
/** Why a file could not be opened: no line to central, central lost it, its bytes are not what they should be; or saved: nothing can be written there. */
export const FILE_FAULTS = ['offline', 'not_there', 'damaged', 'not_saved'] as const;

export const personCalls = {
  /** D5: work orders of the next 24 h with their crews; a query matches order, client and people. */
  listCrews: { ask: z.object({ query }), answer: z.object({ crews: z.array(crewSchema), total: z.number() }) },
  /** E1: booked events that go on or begin within 24 h. */
  listEvents: { ask: z.object({ query }), answer: z.object({ events: z.array(eventHeadSchema), total: z.number() }) },
  getEvent: { ask: z.object({ bookingId: id }), answer: eventSchema.nullable() },
  /** An image comes back to be shown, a PDF opens in a window of its own, all else is saved where staff say. */
  openFile: {
    ask: z.object({ documentId: id, how: z.enum(['show', 'save']) }),
    answer: z.discriminatedUnion('came', [
      z.object({ came: z.literal('image'), sha256, name: z.string() }),
      z.object({ came: z.enum(['window', 'saved', 'cancelled']) }),
      z.object({ came: z.literal('fault'), fault: z.enum(FILE_FAULTS) }),
    ]),
  },
} as const;

export type FileView = z.infer<typeof fileViewSchema>;
export type QualificationView = z.infer<typeof qualificationViewSchema>;
export type PersonFile = z.infer<typeof personFileSchema>;
export type Crew = z.infer<typeof crewSchema>;
export type CrewMember = Crew['members'][number];
export type CrewState = CrewMember['state'];
export type EventHead = z.infer<typeof eventHeadSchema>;
export type EventView = z.infer<typeof eventSchema>;
export type RosterLine = z.infer<typeof rosterLineSchema>;
export type FileAnswer = z.infer<(typeof personCalls.openFile)['answer']>;
