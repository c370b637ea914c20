import { Button } from '@mantine/core';
import { showNotification } from '@mantine/notifications';
import { useCallback, useState, type FormEvent, type ReactNode } from 'react';
import type { WorkerView } from '../../../preload/worker-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Strip } from '../parts/strip.tsx';
import { ClientFields, WorkerFields } from './connect-fields.tsx';
import { askOf, EMPTY_DRAFT, missingOf, type Draft } from './draft.ts';

interface ConnectDialogProps {
  /** Undefined: somebody new, with their first connection. */
  readonly worker: WorkerView | undefined;
  readonly onAdded: (workerId: string) => void;
  readonly onClose: () => void;
}
type Came = 'none_needed' | 'nothing_new' | 'gone' | 'not_written';

/** A3: a client and its locations, for a worker who is known or a new one. A4: after the notice where it has to be shown. */
export function ConnectDialog({ worker, onAdded, onClose }: ConnectDialogProps): ReactNode {
  const { bridge, say } = useDesk();
  const workerId = worker?.workerId;
  const form = useAnswer(
    useCallback(() => bridge.getConnectForm(workerId === undefined ? {} : { workerId }), [bridge, workerId]),
  );
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [step, setStep] = useState<'asking' | 'tried' | 'sending' | 'notice'>('asking');
  const [came, setCame] = useState<Came>();
  const client = form?.clients.find(({ id }) => id === draft.clientId);
  const isNew = workerId === undefined;
  const missing = missingOf(draft, isNew, client);
  const name = worker?.name ?? [draft.firstName, draft.lastName].join(' ').trim();
  const words = { name: name || say('workers.newPerson'), client: client?.name ?? '' };
  const change = (more: Partial<Draft>): void => {
    setDraft((known) => ({ ...known, ...more }));
    setCame(undefined);
  };
  const stay = (why: Came): void => {
    setCame(why);
    setStep('asking');
  };
  const send = (noticeSeen: boolean): void => {
    if (!client) return;
    setStep('sending');
    bridge.addConnection(askOf(draft, workerId, client, noticeSeen)).then(
      (answer) => {
        if (answer.came === 'notice') return setStep('notice');
        if ('workerId' in answer) {
          showNotification({ message: say(answer.hasAddress ? 'workers.added' : 'workers.addedSilent', words) });
          onAdded(answer.workerId);
          return onClose();
        }
        const { came: why } = answer;
        stay(why === 'none_needed' || why === 'nothing_new' || why === 'gone' ? why : 'not_written');
      },
      () => stay('not_written'),
    );
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setStep('tried');
    if (Object.keys(missing).length === 0) send(false);
  };

  if (step === 'notice') {
    return (
      <Dialog title={say('workers.noticeTitle')} onClose={() => setStep('asking')}>
        <p className="dialog-lead">{say('workers.notice', words)}</p>
        <div className="dialog-acts">
          <Button className="card-action" variant="default" onClick={() => setStep('asking')}>
            {say('app.cancel')}
          </Button>
          <Button className="card-action" onClick={() => send(true)}>
            {say('workers.continue')}
          </Button>
        </div>
      </Dialog>
    );
  }
  const tried = step === 'tried';
  return (
    <Dialog title={isNew ? say('workers.add') : say('workers.connectTitle', words)} shape="side" onClose={onClose}>
      {form && (
        <form className="dialog-form" onSubmit={submit} noValidate>
          {isNew && (
            <WorkerFields
              draft={draft}
              contractors={form.contractors}
              missing={tried ? missing : {}}
              onChange={change}
            />
          )}
          <ClientFields
            draft={draft}
            clients={form.clients}
            client={client}
            missing={tried ? missing : {}}
            onChange={change}
          />
          {came && (
            <div role="alert">
              <CameStrip came={came} words={words} />
            </div>
          )}
          <Button className="card-action" type="submit" loading={step === 'sending'}>
            {say(isNew ? 'workers.add' : 'workers.submit')}
          </Button>
        </form>
      )}
    </Dialog>
  );
}

interface CameStripProps {
  readonly came: Came;
  readonly words: { readonly name: string; readonly client: string };
}

/** Why nothing was added. */
function CameStrip({ came, words }: CameStripProps): ReactNode {
  const { say } = useDesk();
  if (came === 'none_needed') {
    return (
      <Strip tone="ok" title={`${say('workers.noneNeeded', words)}.`}>
        {say('workers.noneNeededNext', words)}
      </Strip>
    );
  }
  if (came === 'nothing_new') return <Strip tone="warn" title={say('workers.nothingNew', words)} />;
  return <Strip tone="bad" title={say(came === 'gone' ? 'workers.formGone' : 'workers.notWritten')} />;
}
