import { Button } from '@mantine/core';
import { IconArrowBackUp, IconPlayerStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CheckOutBatchView } from '../../../preload/checkout-views.ts';
import { leftOf } from '../acts/left.ts';
import { useDesk, useSiteNow } from '../data/desk.tsx';
import { useCodeWords } from '../words/code-words.ts';

interface BatchBarProps {
  readonly batch: CheckOutBatchView;
  readonly onStop: () => void;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** How far a bulk checkout is, then what came of it, until somebody closes it. */
export function BatchBar({ batch, onStop, onUndo, onClose }: BatchBarProps): ReactNode {
  const { say } = useDesk();
  const codeWords = useCodeWords();
  const now = useSiteNow(1000);
  const { state, asked, checkedOut, alreadyOut, notAllowed, undone, undoUntilMs, fault } = batch;
  const isRunning = state === 'running' || state === 'stopping';
  const seen = checkedOut + alreadyOut + notAllowed;
  const leftMs = state === 'done' ? (undoUntilMs ?? 0) - now : 0;
  const parts = [
    say('checkout.done', { count: checkedOut }),
    ...(alreadyOut > 0 ? [say('checkout.alreadyOut', { count: alreadyOut })] : []),
    ...(notAllowed > 0 ? [say('checkout.notAllowed', { count: notAllowed })] : []),
    ...(asked > seen ? [say('checkout.stayed', { count: asked - seen })] : []),
    ...(fault === undefined ? [] : [codeWords(fault).next]),
  ];
  return (
    <div className="batch" aria-live="polite" data-state={state}>
      {isRunning && (
        <>
          <p className="batch-words number">
            {say(state === 'stopping' ? 'checkout.stopping' : 'checkout.running', { done: checkedOut, asked })}
          </p>
          <progress className="batch-progress" max={Math.max(1, asked)} value={seen} aria-hidden="true" />
          <Button
            className="card-action"
            variant="default"
            leftSection={<IconPlayerStop size={20} aria-hidden="true" />}
            disabled={state === 'stopping'}
            onClick={onStop}
          >
            {say('checkout.stop')}
          </Button>
        </>
      )}
      {!isRunning && (
        <>
          <p className="batch-words">
            {state === 'done' && parts.join(' ')}
            {state === 'undoing' && say('checkout.undoing')}
            {state === 'undone' && say('checkout.undone', { count: undone })}
          </p>
          {leftMs > 0 && (
            <Button
              className="card-action number"
              variant="default"
              leftSection={<IconArrowBackUp size={20} aria-hidden="true" />}
              onClick={onUndo}
            >
              {say('acts.undo', { left: leftOf(leftMs) })}
            </Button>
          )}
          {state !== 'undoing' && (
            <Button className="card-action" onClick={onClose}>
              {say('checkout.close')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
