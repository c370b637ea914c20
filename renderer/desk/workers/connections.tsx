import { Button } from '@mantine/core';
import { showNotification } from '@mantine/notifications';
import { IconTrash, IconUserPlus, IconUsersPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ConnectionView, WorkerView } from '../../../preload/worker-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Empty } from '../parts/empty.tsx';
import { Lights } from '../person/compliance.tsx';
import { useSession } from '../session/session.tsx';
import { ComplianceChip, WaitingMark } from './compliance-chip.tsx';

interface ConnectionsProps {
  readonly worker: WorkerView;
  readonly mayEdit: boolean;
  readonly onConnect: (() => void) | undefined;
}

/** A2: the clients of one worker; of one without any, the way to the first. */
export function Connections({ worker, mayEdit, onConnect }: ConnectionsProps): ReactNode {
  const { say } = useDesk();
  const { withRight } = useSession();
  const [asking, setAsking] = useState<ConnectionView>();
  const { name, connections, unneeded } = worker;
  return (
    <>
      {connections.length === 0 && (
        <div className="worker-unconnected">
          <Empty
            icon={<IconUsersPlus stroke={1.5} />}
            title={say('workers.noClient', { name })}
            next={say('workers.noClientNext', { name })}
          />
          {onConnect && (
            <Button
              className="card-action"
              size="md"
              leftSection={<IconUserPlus size={20} aria-hidden="true" />}
              onClick={onConnect}
            >
              {say('workers.addClient')}
            </Button>
          )}
        </div>
      )}
      <ul className="connections">
        {connections.map((connection) => (
          <li key={connection.connectionId}>
            <Connection
              connection={connection}
              onDelete={mayEdit ? () => withRight('connections.edit', () => setAsking(connection)) : undefined}
            />
          </li>
        ))}
      </ul>
      {unneeded.length > 0 && <p className="soft">{say('workers.unneeded', { clients: unneeded.join(', ') })}</p>}
      {asking && <DeleteDialog name={name} connection={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

interface ConnectionProps {
  readonly connection: ConnectionView;
  readonly onDelete: (() => void) | undefined;
}

function Connection({ connection, onDelete }: ConnectionProps): ReactNode {
  const { say } = useDesk();
  const { clientName, checkIn, everywhere, places, state, waiting, canDelete } = connection;
  return (
    <section className="connection" aria-label={clientName} data-waiting={waiting || undefined}>
      <header className="connection-head">
        <h3>
          <bdi>{clientName}</bdi>
        </h3>
        <ComplianceChip state={state} />
        {waiting && <WaitingMark />}
      </header>
      {!checkIn && <p className="soft">{say('workers.clientNoCheckIn')}</p>}
      <div className="connection-parts">
        <ul className="connection-places">
          {everywhere && <li className="connection-all">{say('workers.everywhere')}</li>}
          {places.map((place) => (
            <li key={place.id}>
              <bdi>{place.name}</bdi>
              <span className="soft">{say(place.checkIn ? 'workers.checkIn' : 'workers.noCheckIn')}</span>
            </li>
          ))}
        </ul>
        <Lights of={connection} />
      </div>
      {onDelete && canDelete && (
        <Button
          className="card-action connection-delete"
          variant="default"
          leftSection={<IconTrash size={18} aria-hidden="true" />}
          aria-label={say('workers.deleteOf', { client: clientName })}
          onClick={onDelete}
        >
          {say('workers.delete')}
        </Button>
      )}
      {onDelete && !canDelete && <p className="soft connection-delete">{say('workers.notOwn')}</p>}
    </section>
  );
}

interface DeleteDialogProps {
  readonly name: string;
  readonly connection: ConnectionView;
  readonly onClose: () => void;
}

/** A3: nothing is deleted without one more yes. */
function DeleteDialog({ name, connection, onClose }: DeleteDialogProps): ReactNode {
  const { bridge, say } = useDesk();
  const [busy, setBusy] = useState(false);
  const { connectionId, clientName: client } = connection;
  const remove = (): void => {
    setBusy(true);
    bridge.deleteConnection({ connectionId }).then(
      ({ came }) => {
        const isDone = came === 'deleted' || came === 'gone';
        const words = isDone ? 'workers.deleted' : came === 'not_own' ? 'workers.notOwn' : 'workers.notWritten';
        showNotification({ message: say(words), ...(isDone ? {} : { color: 'refused' }) });
        onClose();
      },
      () => {
        showNotification({ message: say('workers.notWritten'), color: 'refused' });
        onClose();
      },
    );
  };
  return (
    <Dialog title={say('workers.askDelete', { client })} onClose={onClose}>
      <p className="dialog-lead">{say('workers.deleteEffect', { name, client })}</p>
      <div className="dialog-acts">
        <Button className="card-action" variant="default" onClick={onClose}>
          {say('app.cancel')}
        </Button>
        <Button className="card-action" color="refused" loading={busy} onClick={remove}>
          {say('workers.confirmDelete')}
        </Button>
      </div>
    </Dialog>
  );
}
