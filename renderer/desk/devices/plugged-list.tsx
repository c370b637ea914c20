import { Button } from '@mantine/core';
import { IconBarcode, IconCircuitSwitchOpen, IconPlug, IconRefresh, IconUsb, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DeviceSetup } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Empty } from '../parts/empty.tsx';
import { Strip } from '../parts/strip.tsx';
import { Chip } from '../parts/tone.tsx';
import { Section } from '../settings/section.tsx';
import type { Say } from '../words/words.ts';
import { isSame, looksLike, type Plugged, type PluggedReading } from './use-plugged.ts';

const ICONS: Readonly<Record<Plugged['guess'], Icon>> = {
  scanner: IconBarcode,
  relay_board: IconCircuitSwitchOpen,
  adapter: IconPlug,
  other: IconUsb,
};

interface PluggedListProps {
  readonly reading: PluggedReading;
  readonly setup: DeviceSetup;
}

/** What hangs on this computer, what it looks like, and what it is used for. */
export function PluggedList({ reading, setup }: PluggedListProps): ReactNode {
  const { say } = useDesk();
  const { devices, unanswered, refresh } = reading;
  return (
    <Section
      title={say('plugged.title')}
      hint={say('plugged.hint')}
      state={
        <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden="true" />} onClick={refresh}>
          {say('plugged.refresh')}
        </Button>
      }
    >
      {unanswered && <Strip tone="bad" title={say('plugged.unanswered')} />}
      {devices?.length === 0 && (
        <Empty icon={<IconPlug stroke={1.5} />} title={say('plugged.none')} next={say('plugged.noneNext')} />
      )}
      <ul className="plugged">
        {devices?.map((device) => (
          <PluggedLine key={`${device.link} ${device.path}`} device={device} uses={usesOf(device, setup, say)} />
        ))}
      </ul>
    </Section>
  );
}

function PluggedLine({ device, uses }: { readonly device: Plugged; readonly uses: readonly string[] }): ReactNode {
  const { say } = useDesk();
  const DeviceIcon = ICONS[device.guess];
  return (
    <li className="plugged-line">
      <DeviceIcon className="device-icon" size={24} stroke={1.6} aria-hidden="true" />
      <div className="device-name">
        <strong>{device.name ? <bdi>{device.name}</bdi> : say('plugged.noName')}</strong>
        <span className="soft">
          {say(looksLike(device))} · <bdi dir="ltr">{device.path}</bdi>
        </span>
      </div>
      <Chip tone={uses.length > 0 ? 'ok' : 'idle'}>{uses.length > 0 ? uses.join(', ') : say('plugged.unused')}</Chip>
    </li>
  );
}

function usesOf(device: Plugged, { doors, scanners }: DeviceSetup, say: Say): readonly string[] {
  const isUsed = (named: { readonly path?: string | undefined; readonly usb?: Plugged['usb'] }): boolean =>
    (named.path !== undefined || named.usb !== undefined) && isSame(device, named);
  return [
    ...doors.filter(isUsed).map(({ name }) => say('plugged.door', { name })),
    ...scanners.filter(isUsed).map(({ id }) => say('devices.scannerName', { number: id.replace(/\D+/, '') })),
  ];
}
