/** A client's contacts, and everybody's own details (PRODUCT C5, E4, E5). */
import { z } from 'zod';
import { refusedWishSchema, WRITE_FAULTS } from './booking-views.ts';

const id = z.string().min(1).max(64);
const name = z.string().trim().min(1).max(200);
const email = z.email().max(200);
const phone = z.string().trim().max(40);
const written = z.object({ fault: z.enum(WRITE_FAULTS).nullable() });

/** `invited`: has not chosen a password yet. `removed`: has no access. */
export const contactViewSchema = z.object({
  userId: id,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  clientId: id.optional(),
  clientName: z.string().optional(),
  locationIds: z.array(id),
  locationNames: z.array(z.string()),
  state: z.enum(['access', 'invited', 'removed']),
  /** Something of it was done here, and central has not answered. */
  waiting: z.boolean(),
});

export const contactCalls = {
  listContacts: {
    ask: z.undefined(),
    answer: z.object({
      contacts: z.array(contactViewSchema),
      refused: z.array(refusedWishSchema),
      /** Whom a contact may be of, each at its locations that are the user's too. */
      clients: z.array(z.object({ id, name: z.string(), locations: z.array(z.object({ id, name: z.string() })) })),
    }),
  },
  /** Central mails a link to a password. An address that a removed contact has gives that contact the access back. */
  inviteContact: {
    ask: z.object({ name, email, phone, clientId: id, locationIds: z.array(id).min(1).max(500) }),
    answer: written,
  },
  removeContact: { ask: z.object({ userId: id }), answer: written },
  /** Of whoever is signed in; null: nobody is. */
  getOwnDetails: {
    ask: z.undefined(),
    answer: z
      .object({ userId: id, name: z.string(), email: z.string(), phone: z.string(), waiting: z.boolean() })
      .nullable(),
  },
  /** `userId`: whose details were shown; nobody's are written over another's. `email` empty: none, for staff who sign in with a PIN. */
  changeOwnDetails: { ask: z.object({ userId: id, name, email: email.or(z.literal('')), phone }), answer: written },
} as const;

export type ContactView = z.infer<typeof contactViewSchema>;
export type ContactsView = z.infer<(typeof contactCalls)['listContacts']['answer']>;
