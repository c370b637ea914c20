import { Button, Textarea } from '@mantine/core';
import { IconPlugConnectedX, IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ShiftSpan } from '../../../preload/handover-views.ts';
import { useDesk, useSlow } from '../data/desk.tsx';
import { Choices } from '../parts/choices.tsx';
import { Empty } from '../parts/empty.tsx';
import { Strip } from '../parts/strip.tsx';
import { HandOverSheet } from './handover-sheet.tsx';
import { useHandOver } from './use-hand-over.ts';

const SPANS = ['last', '8', '12', '24'] as const satisfies readonly ShiftSpan[];
const MOST_LETTERS = 2000;

/** Reports, "Hand-over": what one shift leaves to the next, with what the guard adds, on screen and on paper. */
export function HandOverTab(): ReactNode {
  const { bridge, say, status, time } = useDesk();
  const [span, setSpan] = useState<ShiftSpan>('last');
  const [words, setWords] = useState('');
  const [step, setStep] = useState<'writing' | 'sending' | 'notGiven' | { readonly givenAtMs: number }>('writing');
  const sheet = useHandOver(span);
  const slow = useSlow(sheet === undefined);
  const give = (fromMs: number): void => {
    setStep('sending');
    bridge.handOver({ fromMs, notes: words.trim() }).then(
      ({ fault }) => setStep(fault === null ? { givenAtMs: status.nowMs } : 'notGiven'),
      () => setStep('notGiven'),
    );
  };
  return (
    <div className="handover">
      <div className="handover-top">
        <Choices<ShiftSpan>
          label={say('handover.span')}
          choices={SPANS.map((value) => ({ value, label: say(`handover.spans.${value}`) }))}
          chosen={[span]}
          onChoose={setSpan}
        />
      </div>
      {sheet === undefined && slow && <span className="bone" style={{ blockSize: 320 }} />}
      {sheet === null && (
        <Empty
          icon={<IconPlugConnectedX stroke={1.5} />}
          title={say('handover.title')}
          next={say('handover.unanswered')}
        />
      )}
      {sheet && (
        <>
          <HandOverSheet sheet={sheet} words={words.trim()} />
          <div className="handover-give">
            <Textarea
              size="md"
              label={say('handover.notes')}
              description={say('handover.notesHint')}
              rows={3}
              maxLength={MOST_LETTERS}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <div aria-live="polite">
              {typeof step === 'object' && (
                <Strip tone="ok" title={say('handover.given', { time: time.time(step.givenAtMs) })} />
              )}
              {step === 'notGiven' && <Strip tone="bad" title={say('handover.notGiven')} />}
            </div>
            <div className="dialog-acts">
              <Button
                className="card-action"
                variant="default"
                leftSection={<IconPrinter size={20} aria-hidden="true" />}
                onClick={() => void bridge.printPage()}
              >
                {say('handover.print')}
              </Button>
              <Button
                className="card-action"
                loading={step === 'sending'}
                disabled={typeof step === 'object'}
                onClick={() => give(sheet.fromMs)}
              >
                {say('handover.give')}
              </Button>
            </div>
          </div>
        </>
      )}
    </div>
  );
}
