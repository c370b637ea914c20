/** One mail to one person. It stays until it was handed over or given up: a restart loses none. */
export interface OutgoingMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** What it is about: whoever asked for it is told by this name what came of it. */
  readonly about: { readonly kind: string; readonly id: string; readonly workerId?: string };
  readonly state: 'queued' | 'sent' | 'not_delivered';
  readonly tries: number;
  readonly createdAtMs: number;
  /** Not before. */
  readonly nextTryAtMs: number;
  /** When it was handed over or given up. */
  readonly settledAtMs: number | null;
  /** What the mail server said last; no addresses. */
  readonly trouble: string | null;
}
export interface MailRows {
  /** The same id again changes nothing: asking twice sends once. */
  add(mail: OutgoingMail): Promise<void>;
  get(id: string): Promise<OutgoingMail | undefined>;
  update(mail: OutgoingMail): Promise<void>;
  /** Queued mails that may be tried now, oldest first; whoever asks at the same moment in another write gets others. */
  due(nowMs: number, limit: number): Promise<OutgoingMail[]>;
  /** When the next of the queued may be tried. */
  nextTryAtMs(): Promise<number | undefined>;
  forgetSettled(beforeMs: number): Promise<void>;
}
