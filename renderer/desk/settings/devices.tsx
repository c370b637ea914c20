import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconBarcode,
  IconBuildingBroadcastTower,
  IconCamera,
  IconCpu,
  IconDoor,
  IconRefresh,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FaultCode } from '../../../core/codes.ts';
import type { DeskStatus, DeviceView } from '../../../preload/views.ts';
import { useDesk } from '../data/desk.tsx';
import { toneOfFault } from '../frame/banners.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';
import { useCodeWords } from '../words/code-words.ts';
import { usePartName } from '../words/part-name.ts';

const ICONS: Readonly<Record<DeviceView['kind'] | 'connection', Icon>> = {
  camera: IconCamera,
  scanner: IconBarcode,
  door: IconDoor,
  host: IconCpu,
  connection: IconBuildingBroadcastTower,
};
const TONE_OF_DEVICE: Readonly<Record<DeviceView['state'], Tone>> = { up: 'ok', down: 'bad', starting: 'idle' };
const TONE_OF_CONNECTION: Readonly<Record<DeskStatus['connection']['state'], Tone>> = {
  online: 'ok',
  offline: 'warn',
  connecting: 'idle',
  not_enrolled: 'warn',
  revoked: 'bad',
};

export function Devices(): ReactNode {
  const { status } = useDesk();
  return (
    <ul className="devices">
      <Connection />
      {status.devices.map((device) => (
        <Device key={device.id} device={device} />
      ))}
      <OtherFaults />
    </ul>
  );
}

function Connection(): ReactNode {
  const { bridge, say, status, time } = useDesk();
  const { connection } = status;
  const moment = (ms: number | undefined): string =>
    ms === undefined ? say('settings.never') : time.moment(ms, status.nowMs);
  const state = {
    online: say('bar.online'),
    connecting: say('bar.connecting'),
    offline: say('bar.offlineSince', { time: moment(connection.sinceMs) }),
    revoked: say('bar.revoked'),
    not_enrolled: say('bar.notEnrolled'),
  }[connection.state];
  const sync = (): void => {
    bridge.syncNow().then(
      () => notifications.show({ message: say('settings.syncing'), autoClose: 2000 }),
      () => notifications.show({ message: say('settings.notReached'), color: 'refused' }),
    );
  };
  return (
    <DeviceLine
      kind="connection"
      name={connection.centralUrl ?? ''}
      tone={TONE_OF_CONNECTION[connection.state]}
      state={state}
      since={`${say('settings.lastPush', { time: moment(connection.lastPushMs) })} · ${say('settings.lastPull', { time: moment(connection.lastPullMs) })}`}
      code={connection.code}
      act={
        <Button variant="default" leftSection={<IconRefresh size={18} aria-hidden="true" />} onClick={sync}>
          {say('settings.syncNow')}
        </Button>
      }
    />
  );
}

function Device({ device }: { readonly device: DeviceView }): ReactNode {
  const { say, status, time } = useDesk();
  return (
    <DeviceLine
      kind={device.kind}
      name={device.name}
      tone={TONE_OF_DEVICE[device.state]}
      state={say(`settings.deviceStates.${device.state}`)}
      since={say('settings.deviceSince', { time: time.moment(device.sinceMs, status.nowMs) })}
      code={device.code}
      detail={device.detail}
    />
  );
}

/** Faults of what is no device: files, clock, windows. */
function OtherFaults(): ReactNode {
  const { say, status, time } = useDesk();
  const words = useCodeWords();
  const partName = usePartName();
  const said = new Set([status.connection.code, ...status.devices.map(({ code }) => code)]);
  return status.faults
    .filter(({ code }) => !said.has(code))
    .map((fault) => (
      <li className="device" key={`${fault.part} ${fault.code}`}>
        <div className="device-name">
          <strong>
            <bdi>{partName(fault.part)}</bdi>
          </strong>
          <span className="soft number">{say('faults.since', { time: time.moment(fault.sinceMs, status.nowMs) })}</span>
        </div>
        <Chip tone={toneOfFault(fault.code)}>{words(fault.code).title}</Chip>
        <p className="device-next">{words(fault.code).next}</p>
      </li>
    ));
}

interface DeviceLineProps {
  readonly kind: keyof typeof ICONS;
  readonly name: string;
  readonly tone: Tone;
  readonly state: string;
  readonly since: string;
  readonly code?: FaultCode | undefined;
  readonly detail?: string | undefined;
  readonly act?: ReactNode;
}

function DeviceLine({ kind, name, tone, state, since, code, detail, act }: DeviceLineProps): ReactNode {
  const { say } = useDesk();
  const words = useCodeWords();
  const DeviceIcon = ICONS[kind];
  const said = code && words(code);
  return (
    <li className="device" data-device={kind}>
      <DeviceIcon className="device-icon" size={24} stroke={1.6} aria-hidden="true" />
      <div className="device-name">
        <strong>{say(`settings.deviceKinds.${kind}`)}</strong>
        <span className="soft">
          <bdi>{name}</bdi>
        </span>
      </div>
      <div className="device-state">
        <Chip tone={tone}>{state}</Chip>
        <span className="soft number">{since}</span>
      </div>
      {act}
      {said && (
        <p className="device-next">
          <strong>{said.title}</strong> {said.next}
          {detail && (
            <span className="soft">
              {' '}
              <bdi>{detail}</bdi>
            </span>
          )}
        </p>
      )}
    </li>
  );
}
