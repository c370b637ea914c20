import { Button } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { PassPanel } from './pass-panel.tsx';

/** For somebody whom nobody expected: beside the last outcome, where the stranger's refusal stands. */
export function PassButton(): ReactNode {
  const { say } = useDesk();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        className="pass-button"
        variant="default"
        leftSection={<IconTicket size={22} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {say('passes.open')}
      </Button>
      {isOpen && <PassPanel onClose={() => setOpen(false)} />}
    </>
  );
}
