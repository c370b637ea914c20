import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileZip, IconRoute } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ReachCheck } from '../../../preload/support-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';
import { Section } from '../settings/section.tsx';

const TONES: Readonly<Record<ReachCheck['result'], Tone>> = { good: 'ok', look: 'warn', bad: 'bad', skipped: 'idle' };

/** G12: the way to central step by step, and one file for whoever helps from afar. */
export function Support(): ReactNode {
  const { bridge, say } = useDesk();
  const [checks, setChecks] = useState<readonly ReachCheck[]>();
  const [busy, setBusy] = useState<'reach' | 'file'>();
  const during = (what: 'reach' | 'file', work: Promise<unknown>): void => {
    setBusy(what);
    work
      .catch(() => notifications.show({ message: say('support.notDone'), color: 'refused' }))
      .finally(() => setBusy(undefined));
  };
  const save = async (): Promise<void> => {
    const { came } = await bridge.saveSupportFile();
    if (came === 'saved') notifications.show({ message: say('support.saved') });
  };
  return (
    <Section title={say('support.title')} hint={say('support.hint')}>
      <div className="entry-adds">
        <Button
          className="card-action"
          variant="default"
          leftSection={<IconRoute size={22} aria-hidden="true" />}
          loading={busy === 'reach'}
          disabled={busy === 'file'}
          onClick={() => during('reach', bridge.tryReach().then(setChecks))}
        >
          {say('support.try')}
        </Button>
        <Button
          className="card-action"
          variant="default"
          leftSection={<IconFileZip size={22} aria-hidden="true" />}
          loading={busy === 'file'}
          disabled={busy === 'reach'}
          onClick={() => during('file', save())}
        >
          {say('support.save')}
        </Button>
      </div>
      <div aria-live="polite">
        {checks?.length === 0 && <p className="soft">{say('support.notEnrolled')}</p>}
        {checks && checks.length > 0 && (
          <ul className="devices">
            {checks.map((check) => (
              <Step key={check.step} check={check} />
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}

function Step({ check: { step, result, detail, tookMs } }: { readonly check: ReachCheck }): ReactNode {
  const { say } = useDesk();
  const isTrouble = result === 'bad' || result === 'look';
  return (
    <li className="device reach-step">
      <div className="device-name">
        <strong>{say(`support.steps.${step}`)}</strong>
        {detail && (
          <span className="soft reach-detail">
            <bdi>{detail}</bdi>
          </span>
        )}
      </div>
      <div className="device-state">
        <Chip tone={TONES[result]}>{say(`support.results.${result}`)}</Chip>
        {result === 'good' && tookMs !== undefined && step !== 'clock' && (
          <span className="soft number">{say('support.took', { ms: tookMs })}</span>
        )}
      </div>
      {isTrouble && (
        <p className="device-next">{say(result === 'look' ? 'support.byProxy' : `support.next.${step}`)}</p>
      )}
    </li>
  );
}
