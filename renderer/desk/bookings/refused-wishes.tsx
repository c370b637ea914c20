import type { ReactNode } from 'react';
import { WISH_FAULTS, type WishFault } from '../../../core/wish/faults.ts';
import type { RefusedView, WriteFault } from '../../../preload/booking-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Strip } from '../parts/strip.tsx';
import type { Say } from '../words/words.ts';

const isWishFault = (code: string): code is WishFault => (WISH_FAULTS as readonly string[]).includes(code);

/** Why it can't be, and what to do: of what was refused by central, or by this gate before it was written down. */
export const faultWords = (say: Say, code: WriteFault | (string & {})): string =>
  isWishFault(code)
    ? say(`wishes.faults.${code}`)
    : say(code === 'actor_not_allowed' ? 'wishes.notAllowed' : 'wishes.other');

/** What central would not do: it is undone here, and whoever asked for it reads why. */
export function RefusedWishes({ refused }: { readonly refused: readonly RefusedView[] | undefined }): ReactNode {
  const { say, time, nowMs } = useDesk();
  if (!refused || refused.length === 0) return null;
  return (
    <ul className="refused-wishes" aria-label={say('wishes.refused')}>
      {refused.map(({ eventId, what, name, code, atMs }) => (
        <li key={eventId}>
          <Strip tone="bad" title={say(`wishes.what.${what}`, { name, time: time.moment(atMs, nowMs()) })}>
            {faultWords(say, code)}
          </Strip>
        </li>
      ))}
    </ul>
  );
}
