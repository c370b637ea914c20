import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { WorkerFilters } from '../../../preload/worker-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Empty } from '../parts/empty.tsx';
import { useSession } from '../session/session.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import { RefusedNotices } from './refused-notices.tsx';
import { WorkerPage } from './worker-page.tsx';
import { WorkersList } from './workers-list.tsx';

/** A: workers and their connections to clients. Gate staff look; what they change, a supervisor answers for. */
export function WorkersTab(): ReactNode {
  const { say } = useDesk();
  const { view, signIn, withRight } = useSession();
  const [filters, setFilters] = useState<WorkerFilters>({ query: '' });
  const [opened, setOpened] = useState<string>();
  const [adding, setAdding] = useState(false);
  if (!view.rights.includes('workers.see')) {
    return (
      <div className="workers-closed">
        <Empty icon={<IconLock stroke={1.5} />} title={say('workers.signIn')} next={say('workers.signInNext')} />
        <Button className="card-action" onClick={signIn}>
          {say('session.signIn')}
        </Button>
      </div>
    );
  }
  const mayEdit = view.user?.role !== 'client_contact';
  return (
    <div className="workers">
      <RefusedNotices />
      {opened === undefined ? (
        <WorkersList
          filters={filters}
          onNarrow={(more) => setFilters((known) => ({ ...known, ...more }))}
          onOpen={setOpened}
          onAdd={mayEdit ? () => withRight('connections.edit', () => setAdding(true)) : undefined}
        />
      ) : (
        <WorkerPage key={opened} workerId={opened} mayEdit={mayEdit} onBack={() => setOpened(undefined)} />
      )}
      {adding && <ConnectDialog worker={undefined} onAdded={setOpened} onClose={() => setAdding(false)} />}
    </div>
  );
}
