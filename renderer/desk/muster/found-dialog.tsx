import { Button, TextInput } from '@mantine/core';
import { useCallback, useState, type FormEvent, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { useAnswer } from '../data/use-answer.ts';
import { Dialog } from '../parts/dialog.tsx';
import type { Mark } from './use-muster.ts';

const MOST_FOUND = 5;
const NOBODY = { rows: [] };

interface FoundDialogProps {
  readonly onFound: Mark;
  readonly onClose: () => void;
}

/** Somebody is here who is on no list: known to the gate, or by whatever name they give. */
export function FoundDialog({ onFound, onClose }: FoundDialogProps): ReactNode {
  const { bridge, say } = useDesk();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const name = typed.trim();
  const ask = useCallback(
    async () => (name.length < 2 ? NOBODY : await bridge.findPeople({ query: name })),
    [bridge, name],
  );
  const known = useAnswer(ask)?.rows.slice(0, MOST_FOUND) ?? [];
  const found = (who: Parameters<Mark>[0]): void => {
    void onFound(who, 'found_unlisted').then((isWritten) => isWritten && onClose());
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name !== '') found({ name });
  };
  return (
    <Dialog title={say('muster.foundTitle')} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <TextInput
          size="lg"
          label={say('muster.foundName')}
          value={typed}
          maxLength={200}
          autoComplete="off"
          error={tried && name === '' && say('muster.foundNeeded')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {known.length > 0 && (
          <ul className="found-known" aria-label={say('muster.foundKnown')}>
            {known.map((person) => (
              <li key={person.workerId}>
                <Button
                  variant="default"
                  fullWidth
                  justify="start"
                  onClick={() => found({ workerId: person.workerId })}
                >
                  <bdi>{person.name}</bdi>
                  {person.contractorName !== undefined && (
                    <small className="soft">
                      <bdi>{person.contractorName}</bdi>
                    </small>
                  )}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <div className="dialog-acts">
          <Button className="card-action" variant="default" onClick={onClose}>
            {say('app.cancel')}
          </Button>
          <Button className="card-action" type="submit">
            {say('muster.foundAdd')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
