import { canonicalText } from '../../core/event/chain.ts';
import { eventSchema, type EventEnvelope } from '../../core/event/event.ts';
import type { Sha256Hex } from '../../core/ports.ts';

/** A pushed value, read once: an event with the hash that its content has and the text to keep, or why it is none. */
export type Arrived =
  | { readonly value: unknown; readonly event: EventEnvelope; readonly hash: string; readonly body: string }
  | { readonly value: unknown; readonly event?: undefined; readonly why: string };

export function arrived(value: unknown, sha256: Sha256Hex): Arrived {
  const parsed = eventSchema.safeParse(value);
  if (!parsed.success) return { value, why: whereOf(parsed.error) };
  // The hash covers the event as it came: a field that this version doesn't know counts too.
  const event = value as EventEnvelope;
  try {
    const text = canonicalText(event);
    // What the hash covers, with the hash.
    const body = `${text.slice(0, -1)},"hash":"${event.hash}"}`;
    return { value, event, hash: sha256(Buffer.from(text)), body };
  } catch (error) {
    return {
      value,
      why: `event: it has no canonical form (${error instanceof Error ? error.message : String(error)})`,
    };
  }
}

/** A value as JSON. What is nested too deep to be written is not kept: nobody could read it either. */
export function textOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '"nested too deep"';
  }
}

function whereOf(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'event'}: ${issue.message}`).join('; ');
}
