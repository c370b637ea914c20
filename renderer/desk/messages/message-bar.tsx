import { Button } from '@mantine/core';
import { IconMail, IconSend } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { ComposeDialog } from './compose-dialog.tsx';
import { SentDialog } from './sent-dialog.tsx';

/** D7: what can be said to all on Access granted, and what was said before. */
export function MessageBar(): ReactNode {
  const { say, status } = useDesk();
  const [open, setOpen] = useState<'compose' | 'sent'>();
  const count = status.counts.granted;
  return (
    <div className="message-bar">
      <Button
        className="card-action"
        variant="default"
        leftSection={<IconMail size={20} aria-hidden="true" />}
        onClick={() => setOpen('sent')}
      >
        {say('messages.sentBefore')}
      </Button>
      <Button
        className="card-action"
        leftSection={<IconSend size={20} aria-hidden="true" />}
        disabled={count === 0}
        onClick={() => setOpen('compose')}
      >
        {say('messages.everyone', { count })}
      </Button>
      {open === 'compose' && <ComposeDialog onClose={() => setOpen(undefined)} onSent={() => setOpen('sent')} />}
      {open === 'sent' && <SentDialog onClose={() => setOpen(undefined)} />}
    </div>
  );
}
