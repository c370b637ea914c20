import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { Undoable } from '../../../preload/act-views.ts';
import type { Say } from '../words/words.ts';
import { leftOf } from './left.ts';

interface UndoNoticeProps {
  readonly words: string;
  readonly undo: Undoable;
  readonly nowMs: () => number;
  readonly say: Say;
  readonly onUndo: () => void;
}

/** What was done, and for how long it can still be taken back. Stands outside the desk's own tree: all it needs is passed in. */
export function UndoNotice({ words, undo, nowMs, say, onUndo }: UndoNoticeProps): ReactNode {
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), 500);
    return () => clearInterval(timer);
  }, [nowMs]);
  const leftMs = undo.untilMs - now;
  return (
    <div className="undo-notice">
      <span>{words}</span>
      {leftMs > 0 && (
        <Button className="undo-button" variant="default" onClick={onUndo}>
          {say('acts.undo', { left: leftOf(leftMs) })}
        </Button>
      )}
    </div>
  );
}
