import type { Facts } from '../../../preload/views.ts';
import { useDesk } from '../data/desk.tsx';

/** How long somebody was on site; a way out that nobody saw makes it an estimate, and it is never shown as measured (B7). */
export function useTimeInside(): (facts: Pick<Facts, 'insideMs' | 'estimated'>) => string | undefined {
  const { say, time } = useDesk();
  return ({ insideMs, estimated }) => {
    if (insideMs === undefined) return undefined;
    const duration = time.duration(insideMs);
    return estimated ? say('time.about', { duration }) : duration;
  };
}
