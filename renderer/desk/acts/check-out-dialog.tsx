import { Button } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { Choices } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useAct } from './use-act.tsx';

interface CheckOutDialogProps {
  readonly person: { readonly workerId: string; readonly name: string };
  readonly onClose: () => void;
}

const HOW = ['seen', 'forgot'] as const;
type How = (typeof HOW)[number];

/** B5, B7: the time is now; whether somebody saw the person leave decides if it is an estimate. */
export function CheckOutDialog({ person, onClose }: CheckOutDialogProps): ReactNode {
  const { bridge, say } = useDesk();
  const act = useAct();
  const [how, setHow] = useState<How>('seen');
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    void act(person, () => bridge.checkOut({ workerId: person.workerId, seen: how === 'seen' })).then(onClose);
  };
  return (
    <Dialog title={say('acts.out.title', { name: person.name })} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        <p className="dialog-lead">{say('acts.out.lead')}</p>
        <Choices<How>
          label={say('acts.out.title', { name: person.name })}
          choices={HOW.map((value) => ({
            value,
            label: say(`acts.out.${value}`),
            hint: say(`acts.out.${value}Hint`),
          }))}
          chosen={[how]}
          onChoose={setHow}
        />
        <div className="dialog-acts">
          <Button className="card-action" variant="default" onClick={onClose}>
            {say('app.cancel')}
          </Button>
          <Button className="card-action" type="submit" loading={busy}>
            {say('acts.check_out')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
