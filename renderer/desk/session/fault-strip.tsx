import type { ReactNode } from 'react';
import { useDesk, useSiteNow } from '../data/desk.tsx';
import { Strip } from '../parts/strip.tsx';
import { useCodeWords } from '../words/code-words.ts';
import type { Fault } from './sign-in-dialog.tsx';

/** Milliseconds until the next try is looked at; 0: now. */
export function useWait(untilMs: number | undefined): number {
  return Math.max(0, (untilMs ?? 0) - useSiteNow(1000));
}

interface FaultStripProps {
  readonly fault: Fault | undefined;
  readonly waitMs: number;
}

/** What came of a try, and when the next one may be made. A wait that is over says nothing any more. */
export function FaultStrip({ fault, waitMs }: FaultStripProps): ReactNode {
  const { say, time, nowMs } = useDesk();
  const words = useCodeWords();
  const isOver = fault?.code === 'sign_in_locked' && waitMs === 0;
  const { title, next } = words(waitMs > 60_000 ? 'sign_in_locked' : (fault?.code ?? 'secret_wrong'));
  const wait =
    waitMs > 60_000
      ? say('session.until', { time: time.time(nowMs() + waitMs) })
      : say('session.wait', { count: Math.ceil(waitMs / 1000) });
  return (
    <div role="alert">
      {((fault && !isOver) || waitMs > 0) && (
        <Strip tone="bad" title={title}>
          {next} {waitMs > 0 && <strong className="number">{wait}</strong>}
        </Strip>
      )}
    </div>
  );
}
