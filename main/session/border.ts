import type { Handlers } from '../ipc.ts';
import { RIGHT_OF_CALL } from './right-of-call.ts';
import type { Session } from './session.ts';

/** A call that nobody here may make now. The desk reads code and right, asks who can, and makes the call again. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

type AnyHandler = (ask: unknown) => unknown;

/** The desk's handlers behind their rights: a window that asks for more than its user may is refused aloud. */
export function guardCalls(handlers: Handlers<'desk'>, session: Pick<Session, 'enter'>): Handlers<'desk'> {
  const guarded = Object.entries(handlers as Readonly<Record<string, AnyHandler>>).map(([name, handle]) => {
    const right = RIGHT_OF_CALL[name as keyof typeof RIGHT_OF_CALL];
    const call: AnyHandler = (ask) => {
      const entered = session.enter(right, () => handle(ask));
      if (!entered.ok) throw new Refused(`${entered.fault} ${right}`);
      return entered.value;
    };
    return [name, call] as const;
  });
  return Object.fromEntries(guarded) as unknown as Handlers<'desk'>;
}
