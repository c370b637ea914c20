import type { Code } from '../codes.ts';
import type { Answer } from '../decide/dossier.ts';
import type { Question } from '../site/policy.ts';

/** A person who waits until a member of staff has looked. On the way out the door has opened already: only the answers are awaited. */
export interface Hold {
  readonly id: string;
  readonly workerId: string;
  readonly direction: 'in' | 'out';
  /** What a person must look at, the first reason first. */
  readonly asks: readonly Code[];
  readonly questions: readonly Question[];
  readonly sinceMs: number;
  /** The hold's last moment is the one before. */
  readonly untilMs: number;
  readonly state: 'held' | 'confirmed' | 'declined' | 'timed_out' | 'replaced';
}

/** What may happen to a hold. `again`: the same person showed a badge once more, or staff acted on the person otherwise. */
export interface Happening {
  readonly kind: 'confirm' | 'decline' | 'again' | 'time';
  readonly atMs: number;
}

/** Whoever waits is forgotten after so long: nobody stands at a turnstile any longer, and an old answer must open nothing. */
export const HOLD_MS = 180_000;

/** A hold ends once, and only a hold that has not ended in time can be confirmed. */
export function holdAfter(hold: Hold, { kind, atMs }: Happening): Hold {
  if (hold.state !== 'held') return hold;
  if (kind === 'again') return { ...hold, state: 'replaced' };
  if (atMs >= hold.untilMs) return { ...hold, state: 'timed_out' };
  if (kind === 'time') return hold;
  return { ...hold, state: kind === 'confirm' ? 'confirmed' : 'declined' };
}

/** The answers to this hold's own questions, in their order, with the text as asked; undefined: one is missing. */
export function answersTo(
  { questions }: Hold,
  given: Readonly<Record<string, Answer['answer']>>,
): Answer[] | undefined {
  const answers = questions.flatMap(({ id, text }) => {
    const answer = Object.hasOwn(given, id) ? given[id] : undefined;
    return answer === undefined ? [] : [{ questionId: id, text, answer }];
  });
  return answers.length === questions.length ? answers : undefined;
}
