import { Button } from '@mantine/core';
import { IconChecklist, IconPlayerStop, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SelfCheck } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Strip } from '../parts/strip.tsx';
import { ToneShape, type Tone } from '../parts/tone.tsx';
import { SubPage } from '../settings/sub-page.tsx';
import { CheckSheet } from './check-sheet.tsx';
import { useSelfCheck, type SelfCheckReading } from './use-self-check.ts';

/** The start-of-shift check: one button, then every part of this gate in plain words. */
export function CheckPage({ onBack }: { readonly onBack: () => void }): ReactNode {
  const { say } = useDesk();
  const reading = useSelfCheck();
  const { check, unanswered } = reading;
  return (
    <SubPage title={say('check.title')} onBack={onBack}>
      <div className="check">
        {unanswered && <Strip tone="bad" title={say('check.unanswered')} />}
        {check && <CheckHead check={check} reading={reading} />}
        {check && check.results.length > 0 && <CheckSheet check={check} />}
      </div>
    </SubPage>
  );
}

interface CheckHeadProps {
  readonly check: SelfCheck;
  readonly reading: SelfCheckReading;
}

function CheckHead({ check, reading }: CheckHeadProps): ReactNode {
  const { say } = useDesk();
  if (check.state === 'running') return <Running check={check} onStop={reading.stop} />;
  const isFirst = check.state === 'none';
  return (
    <div className="sheet check-head">
      {isFirst ? <p className="dialog-lead">{say('check.lead')}</p> : <Verdict check={check} />}
      <div className="check-acts">
        <Button
          className="card-action"
          leftSection={<IconChecklist size={22} aria-hidden="true" />}
          onClick={reading.start}
        >
          {say(isFirst ? 'check.start' : 'check.again')}
        </Button>
        {!isFirst && (
          <Button
            className="card-action"
            variant="default"
            leftSection={<IconPrinter size={22} aria-hidden="true" />}
            onClick={reading.print}
          >
            {say('check.print')}
          </Button>
        )}
      </div>
      <p className="soft">{say('check.careful')}</p>
    </div>
  );
}

function Running({ check, onStop }: { readonly check: SelfCheck; readonly onStop: () => void }): ReactNode {
  const { say } = useDesk();
  const done = check.results.length;
  const words = say('check.progress', { done, total: check.total });
  return (
    <div className="sheet check-head">
      <p className="check-verdict" aria-live="polite">
        {words}
      </p>
      <progress className="progress" value={done} max={check.total} aria-label={words} />
      <div className="check-acts">
        <Button
          className="card-action"
          variant="default"
          leftSection={<IconPlayerStop size={22} aria-hidden="true" />}
          onClick={onStop}
        >
          {say('check.stop')}
        </Button>
      </div>
    </div>
  );
}

/** The whole in one line: the worst of it decides. */
export function Verdict({ check }: { readonly check: SelfCheck }): ReactNode {
  const { say } = useDesk();
  const count = (result: string): number => check.results.filter((one) => one.result === result).length;
  const [bad, look] = [count('bad'), count('look')];
  const stopped = check.state === 'stopped';
  const tone: Tone = bad > 0 ? 'bad' : look > 0 || stopped ? 'warn' : 'ok';
  const words = [
    stopped && say('check.stopped', { done: check.results.length, total: check.total }),
    bad > 0 && say('check.bad', { count: bad }),
    look > 0 && say('check.look', { count: look }),
    tone === 'ok' && say('check.allGood'),
  ].filter((part) => part !== false);
  return (
    <p className="check-verdict" data-tone={tone} aria-live="polite">
      <ToneShape tone={tone} />
      <span>{words.join(' ')}</span>
    </p>
  );
}
