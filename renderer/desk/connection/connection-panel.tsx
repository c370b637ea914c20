import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDesk, useSiteNow } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Strip } from '../parts/strip.tsx';
import { useCodeWords } from '../words/code-words.ts';
import { ListAges } from './list-ages.tsx';

/** From here on the clock of this PC is worth a look; acts are told by central's time all the same. */
const CLOCK_WORTH_MS = 30_000;

/** How it stands between this gate and central, and what follows from it when. */
export function ConnectionPanel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { bridge, say, status } = useDesk();
  const words = useCodeWords();
  const { code } = status.connection;
  const sync = (): void => {
    bridge.syncNow().then(
      () => notifications.show({ message: say('settings.syncing'), autoClose: 2000 }),
      () => notifications.show({ message: say('settings.notReached'), color: 'refused' }),
    );
  };
  return (
    <Dialog title={say('central.title')} shape="side" onClose={onClose}>
      <div className="central">
        {code && (
          <Strip tone="warn" title={words(code).title}>
            {words(code).next}
          </Strip>
        )}
        <LineFacts />
        <Button
          className="card-action"
          variant="default"
          leftSection={<IconRefresh size={20} aria-hidden="true" />}
          onClick={sync}
        >
          {say('settings.syncNow')}
        </Button>
        <ListAges />
      </div>
    </Dialog>
  );
}

function LineFacts(): ReactNode {
  const { say, status, time } = useDesk();
  const now = useSiteNow(1000);
  const { connection } = status;
  const moment = (ms: number | undefined): string => (ms === undefined ? say('settings.never') : time.moment(ms, now));
  const state = {
    online: say('bar.online'),
    connecting: say('bar.connecting'),
    offline: say('bar.offlineSince', { time: moment(connection.sinceMs) }),
    revoked: say('bar.revoked'),
    not_enrolled: say('bar.notEnrolled'),
  }[connection.state];
  const facts = [
    [say('central.line'), state],
    [say('bar.waiting'), String(connection.waiting)],
    ...(connection.earlierWaiting === undefined
      ? []
      : [[say('central.earlier'), String(connection.earlierWaiting)] as const]),
    [say('central.lastSent'), moment(connection.lastPushMs)],
    [say('central.lastHeard'), moment(connection.lastPullMs)],
    [say('central.clock'), clockSaid(connection.clockOffsetMs)],
    [say('central.address'), <bdi key="address">{connection.centralUrl ?? '–'}</bdi>],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );

  function clockSaid(offsetMs: number | undefined): string {
    if (offsetMs === undefined) return say('central.clockUnknown');
    if (Math.abs(offsetMs) < CLOCK_WORTH_MS) return say('central.clockRight');
    const duration = time.duration(Math.max(60_000, Math.abs(offsetMs)));
    return say(offsetMs > 0 ? 'central.clockBehind' : 'central.clockAhead', { duration });
  }
}
