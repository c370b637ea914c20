import { Button } from '@mantine/core';
import { IconPlayerStop, IconScan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DeviceSetup, TestReading } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';
import { useScannerTrial, type ScannerTrial } from './use-trial.ts';

const TONE_OF_KIND: Readonly<Record<TestReading['kind'], Tone>> = {
  signed: 'ok',
  card: 'ok',
  service: 'left',
  unreadable: 'warn',
};

/** "Scan something now": what each scanner reads, as it reads it. @param setup tried without being saved */
export function ScanTrial({ setup }: { readonly setup?: DeviceSetup | undefined }): ReactNode {
  const trial = useScannerTrial(setup);
  return <TrialBody trial={trial} />;
}

export function TrialBody({ trial }: { readonly trial: ScannerTrial }): ReactNode {
  const { say } = useDesk();
  return (
    <div className="trial">
      {trial.isOn ? (
        <div className="trial-on">
          <span className="trial-pulse" aria-hidden="true" />
          <p>
            <strong>{say('trial.now')}</strong> {say('trial.nowNext')}
          </p>
          <Button variant="default" leftSection={<IconPlayerStop size={18} aria-hidden="true" />} onClick={trial.stop}>
            {say('trial.stop')}
          </Button>
        </div>
      ) : (
        <Button className="card-action" leftSection={<IconScan size={22} aria-hidden="true" />} onClick={trial.start}>
          {say('trial.start')}
        </Button>
      )}
      <ol className="readings" aria-live="polite" aria-label={say('trial.readings')}>
        {trial.readings.map((reading) => (
          <Reading key={`${reading.scannerId} ${reading.atMs} ${reading.beginning}`} reading={reading} />
        ))}
      </ol>
    </div>
  );
}

function Reading({ reading }: { readonly reading: TestReading }): ReactNode {
  const { say, time } = useDesk();
  const { scannerId, source, kind, length, beginning, atMs } = reading;
  const number = /\d+$/.exec(scannerId)?.[0] ?? '';
  const isLined = source === 'serial' || source === 'hid';
  return (
    <li className="reading">
      <Chip tone={TONE_OF_KIND[kind]}>{say(`trial.kinds.${kind}`)}</Chip>
      <span className="reading-text">
        <bdi dir="ltr" className="reading-beginning">
          {beginning}…
        </bdi>{' '}
        <span className="soft">{say('trial.length', { count: length })}</span>
      </span>
      <span className="soft number reading-from">
        {isLined ? say('devices.scannerName', { number }) : say(`trial.sources.${source}`)} · {time.time(atMs)}
      </span>
    </li>
  );
}
