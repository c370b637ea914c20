import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { PassSize, PassView, PrintFault } from '../../../preload/pass-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Qr } from '../parts/qr.tsx';
import { Strip } from '../parts/strip.tsx';
import { Facts } from '../parts/facts.tsx';

/** A pass as it is shown, scanned from the screen, and printed: on paper there is nothing else. */
export function PassSheet({ pass }: { readonly pass: PassView }): ReactNode {
  const { bridge, say, status, time } = useDesk();
  const [size, setSize] = useState<PassSize>('label');
  const [fault, setFault] = useState<PrintFault | 'unanswered'>(null);
  const moment = (ms: number): string => time.moment(ms, status.nowMs);
  const print = (paper: PassSize, again: boolean): void => {
    // The paper that the sheet is laid out for must be drawn before the printer takes its picture.
    flushSync(() => setSize(paper));
    bridge.printPass({ passId: pass.passId, size: paper, again }).then(
      (answer) => setFault(answer.fault),
      () => setFault('unanswered'),
    );
  };
  return (
    <>
      <article className="pass-sheet" data-size={size} aria-label={pass.name}>
        <header className="pass-place">
          <bdi>{status.siteName}</bdi>
          <span>{say('passes.visitor')}</span>
        </header>
        <p className="pass-name">
          <bdi>{pass.name}</bdi>
        </p>
        <Qr text={pass.text} label={say('passes.qr', { name: pass.name })} />
        <p className="pass-until number">
          {time.day(pass.validFromMs)} {say('passes.until', { time: moment(pass.validUntilMs) })}
        </p>
        <Facts className="pass-fields" lines={pass.fields.map(({ label, value }) => [label, value] as const)} />
        <p className="pass-back">{say('passes.giveBack')}</p>
      </article>
      <div className="pass-print" aria-live="polite">
        {fault === 'printed_before' && (
          <Strip tone="warn" title={say('passes.again', { time: moment(pass.printedAtMs ?? status.nowMs) })} />
        )}
        {fault !== null && fault !== 'printed_before' && <Strip tone="bad" title={say('passes.notPrinted')} />}
      </div>
      {fault === 'printed_before' ? (
        <div className="dialog-acts pass-print">
          <Button className="card-action" variant="default" onClick={() => setFault(null)}>
            {say('app.cancel')}
          </Button>
          <Button className="card-action" onClick={() => print(size, true)}>
            {say('passes.printAgain')}
          </Button>
        </div>
      ) : (
        <div className="dialog-acts pass-print">
          {(['label', 'a6'] as const).map((paper) => (
            <Button
              key={paper}
              className="card-action"
              variant={paper === 'label' ? 'filled' : 'default'}
              leftSection={<IconPrinter size={20} aria-hidden="true" />}
              onClick={() => print(paper, false)}
            >
              {say(paper === 'label' ? 'passes.printLabel' : 'passes.printA6')}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
