import { Button, Tabs } from '@mantine/core';
import { IconArrowLeft, IconMail, IconPhone, IconUserOff, IconUserPlus } from '@tabler/icons-react';
import { useCallback, useState, type ReactNode } from 'react';
import type { WorkerView } from '../../../preload/worker-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { usePerson } from '../person/use-person.ts';
import { Empty } from '../parts/empty.tsx';
import { History, Orders } from '../person/orders.tsx';
import { Note, Papers, PersonEvents } from '../person/papers.tsx';
import { Photo } from '../person/photo.tsx';
import { useSession } from '../session/session.tsx';
import { ComplianceChip, WaitingMark } from './compliance-chip.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import { Connections } from './connections.tsx';

interface WorkerPageProps {
  readonly workerId: string;
  readonly mayEdit: boolean;
  readonly onBack: () => void;
}

/** A2: one worker: how they stand, their clients, and what else the gate knows of them. */
export function WorkerPage({ workerId, mayEdit, onBack }: WorkerPageProps): ReactNode {
  const { bridge, say } = useDesk();
  const { withRight } = useSession();
  const worker = useAnswer(useCallback(() => bridge.getWorker({ workerId }), [bridge, workerId]));
  const [connecting, setConnecting] = useState(false);
  const connect = mayEdit ? () => withRight('connections.edit', () => setConnecting(true)) : undefined;
  return (
    <article className="worker" aria-label={worker?.name}>
      <div className="worker-top">
        <Button
          variant="subtle"
          className="card-action"
          leftSection={<IconArrowLeft size={20} className="turns" aria-hidden="true" />}
          onClick={onBack}
        >
          {say('workers.back')}
        </Button>
        {worker && worker.connections.length > 0 && connect && (
          <Button className="card-action" leftSection={<IconUserPlus size={20} aria-hidden="true" />} onClick={connect}>
            {say('workers.addClient')}
          </Button>
        )}
      </div>
      {worker === null && (
        <Empty icon={<IconUserOff stroke={1.5} />} title={say('workers.gone')} next={say('workers.goneNext')} />
      )}
      {worker && (
        <>
          <Head worker={worker} />
          <Tabs defaultValue="clients" variant="none" keepMounted={false} className="worker-tabs">
            <Tabs.List className="tabs" aria-label={say('workers.sections')}>
              <Tabs.Tab className="tab" value="clients">
                <span className="tab-name">{say('workers.clients')}</span>
                <span className="tab-count number">{worker.connections.length}</span>
              </Tabs.Tab>
              <Tabs.Tab className="tab" value="person">
                <span className="tab-name">{say('workers.personTab')}</span>
              </Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel className="worker-panel" value="clients">
              <Connections worker={worker} mayEdit={mayEdit} onConnect={connect} />
            </Tabs.Panel>
            <Tabs.Panel className="worker-panel" value="person">
              <About workerId={workerId} />
            </Tabs.Panel>
          </Tabs>
          {connecting && (
            <ConnectDialog worker={worker} onAdded={() => undefined} onClose={() => setConnecting(false)} />
          )}
        </>
      )}
    </article>
  );
}

function Head({ worker }: { readonly worker: WorkerView }): ReactNode {
  const { say } = useDesk();
  const known = usePerson(worker.workerId);
  const photo = known.kind === 'known' ? known.person.file.photo : undefined;
  return (
    <header className="card-head worker-head">
      <Photo name={worker.name} photo={photo} size="card" label={say('person.photo', { name: worker.name })} />
      <div className="card-name">
        <h2>
          <bdi>{worker.name}</bdi>
        </h2>
        {worker.contractorName && (
          <p className="soft">
            <bdi>{worker.contractorName}</bdi>
          </p>
        )}
        <p className="soft worker-reach">
          {worker.phone && (
            <span className="card-phone">
              <IconPhone size={14} aria-hidden="true" />
              <span className="out-of-sight">{say('card.phone')}</span>
              <bdi className="number" dir="ltr">
                {worker.phone}
              </bdi>
            </span>
          )}
          <span className="card-phone">
            <IconMail size={14} aria-hidden="true" />
            <bdi>{worker.email ?? say('workers.noEmail')}</bdi>
          </span>
        </p>
      </div>
      <div className="worker-summary">
        <span className="soft">{say('workers.compliance')}</span>
        <ComplianceChip state={worker.state} />
        {worker.waiting && <WaitingMark />}
      </div>
    </header>
  );
}

/** The parts of the person's card that are not about clients. */
function About({ workerId }: { readonly workerId: string }): ReactNode {
  const view = usePerson(workerId);
  if (view.kind !== 'known') return null;
  const { person } = view;
  return (
    <>
      <Note note={person.file.note} />
      <Orders orders={person.orders} />
      <PersonEvents events={person.file.events} />
      <Papers file={person.file} />
      <History rows={person.history} />
    </>
  );
}
