/** D7: one message to all on Access granted, and how far it got with each. Times are Unix milliseconds. */
import { z } from 'zod';
import { FAULT_CODES } from '../core/codes.ts';

const id = z.string().min(1).max(64);

export const messageViewSchema = z.object({
  messageId: id,
  text: z.string(),
  sentAtMs: z.number(),
  byName: z.string().optional(),
  recipients: z.array(
    z.object({
      workerId: id,
      name: z.string(),
      /** `waiting`: this gate has it, central does not yet. The others are central's. */
      state: z.enum(['waiting', 'queued', 'sent', 'delivered', 'not_delivered', 'no_address']),
    }),
  ),
});

export const messageCalls = {
  /** To everybody on Access granted at this moment. `nobody`: the list is empty. */
  sendMessage: {
    ask: z.object({ text: z.string().trim().min(1).max(1000) }),
    answer: z.object({ fault: z.enum([...FAULT_CODES, 'nobody']).nullable() }),
  },
  /** Newest first, at most 20. */
  getMessages: { ask: z.undefined(), answer: z.array(messageViewSchema) },
} as const;

export type MessageView = z.infer<typeof messageViewSchema>;
export type RecipientState = MessageView['recipients'][number]['state'];
export type SendFault = z.infer<(typeof messageCalls)['sendMessage']['answer']>['fault'];
