import { createTransport } from 'nodemailer';
import type { OutgoingMail } from '../store/store.ts';

/** What came of handing a mail over. `later`: the other side may take it another time. `never`: it said no for good. */
export type Handed = { readonly kind: 'sent' } | { readonly kind: 'later' | 'never'; readonly trouble: string };

/**
 * Carries one message to one address. Mail is built; a carrier for SMS would have this shape, and there is none: whoever has no
 * e-mail address is not reached (`no_address`).
 */
export interface Carrier {
  readonly send: (mail: Pick<OutgoingMail, 'id' | 'to' | 'subject' | 'text'>) => Promise<Handed>;
  readonly close: () => void;
}

const GIVE_UP_CONNECTING_MS = 15_000;

/**
 * @param url smtp:// or smtps://, with user and password where the server wants them
 * @param from who the mails are from
 */
export function smtpCarrier(url: string, from: string): Carrier {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: GIVE_UP_CONNECTING_MS,
    greetingTimeout: GIVE_UP_CONNECTING_MS,
    socketTimeout: 2 * GIVE_UP_CONNECTING_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, subject, text }) {
      try {
        // The same mail tried again has the same id, so that a mailbox can tell that it is one mail.
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@gatehouse>`,
        });
        return { kind: 'sent' };
      } catch (error) {
        return refusalOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** A reply from 500 on is the server's last word (RFC 5321, 4.2.1), but for our own sign-in, which somebody can put right. */
function refusalOf(error: unknown): Handed {
  const { responseCode, code } = error as { readonly responseCode?: number; readonly code?: string };
  const isFinal = responseCode !== undefined && responseCode >= 500 && code === 'EENVELOPE';
  return { kind: isFinal ? 'never' : 'later', trouble: `${code ?? 'ERROR'} ${responseCode ?? ''}`.trim() };
}
