import { Button } from '@mantine/core';
import { IconFlag, IconUrgent } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { Strip } from '../parts/strip.tsx';
import { PaperActs } from './paper-acts.tsx';

/** One touch starts it: in an emergency nobody answers questions first. */
export function StartRoll({ insideCount }: { readonly insideCount: number }): ReactNode {
  const { bridge, say } = useDesk();
  const [busy, setBusy] = useState<'drill' | 'live'>();
  const [isUnwritten, setIsUnwritten] = useState(false);
  const start = (kind: 'drill' | 'live'): void => {
    setBusy(kind);
    bridge
      .startMuster({ kind })
      .then(
        ({ fault }) => setIsUnwritten(fault !== null && fault !== 'running'),
        () => setIsUnwritten(true),
      )
      .finally(() => setBusy(undefined));
  };
  return (
    <section className="muster-start" aria-label={say('tabs.muster')}>
      <p className="muster-inside">{say('muster.inside', { count: insideCount })}</p>
      <p className="muster-lead">{say('muster.lead')}</p>
      {isUnwritten && (
        <div role="alert">
          <Strip tone="bad" title={say('muster.notStarted')} />
        </div>
      )}
      <div className="muster-starts">
        <div>
          <Button
            className="muster-go"
            color="refused"
            size="lg"
            loading={busy === 'live'}
            leftSection={<IconUrgent size={26} aria-hidden="true" />}
            onClick={() => start('live')}
          >
            {say('muster.startLive')}
          </Button>
          <p className="soft">{say('muster.startLiveHint')}</p>
        </div>
        <div>
          <Button
            className="muster-go"
            variant="default"
            size="lg"
            loading={busy === 'drill'}
            leftSection={<IconFlag size={24} aria-hidden="true" />}
            onClick={() => start('drill')}
          >
            {say('muster.startDrill')}
          </Button>
          <p className="soft">{say('muster.startDrillHint')}</p>
        </div>
      </div>
      <PaperActs />
    </section>
  );
}
