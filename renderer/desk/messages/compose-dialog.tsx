import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { SendFault } from '../../../preload/message-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Strip } from '../parts/strip.tsx';

const MOST_LETTERS = 1000;

interface ComposeDialogProps {
  readonly onClose: () => void;
  readonly onSent: () => void;
}

/** Says how many people it goes to and by which way, before it goes. */
export function ComposeDialog({ onClose, onSent }: ComposeDialogProps): ReactNode {
  const { bridge, say, status } = useDesk();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<SendFault | 'unanswered'>(null);
  const typed = text.trim();
  const answered = (next: SendFault | 'unanswered'): void => {
    setBusy(false);
    setFault(next);
    if (next === null) onSent();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (typed === '') return;
    setBusy(true);
    bridge.sendMessage({ text: typed }).then(
      (answer) => answered(answer.fault),
      () => answered('unanswered'),
    );
  };
  return (
    <Dialog title={say('messages.title', { count: status.counts.granted })} onClose={onClose}>
      <p className="dialog-lead">{say('messages.lead')}</p>
      {status.connection.state !== 'online' && <Strip tone="warn" title={say('messages.offline')} />}
      {fault !== null && (
        <div role="alert">
          <Strip tone="bad" title={say(fault === 'nobody' ? 'messages.nobody' : 'messages.notSent')} />
        </div>
      )}
      <form className="dialog-form" onSubmit={submit} noValidate>
        <Textarea
          size="md"
          label={say('messages.text')}
          rows={5}
          maxLength={MOST_LETTERS}
          value={text}
          error={tried && typed === '' && say('messages.textNeeded')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className="dialog-acts">
          <Button className="card-action" variant="default" onClick={onClose}>
            {say('app.cancel')}
          </Button>
          <Button className="card-action" type="submit" loading={busy}>
            {say('messages.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
