import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileExport } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';

/** Everything that this gate holds of the person as one file, for whoever asks what is kept about them. */
export function SaveRecord({ workerId }: { readonly workerId: string }): ReactNode {
  const { bridge, say } = useDesk();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { came } = await bridge.savePersonRecord({ workerId });
      if (came === 'saved') notifications.show({ message: say('record.saved') });
    } catch {
      notifications.show({ message: say('record.notSaved'), color: 'refused' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      className="save-record"
      variant="subtle"
      size="md"
      loading={busy}
      leftSection={<IconFileExport size={20} aria-hidden="true" />}
      onClick={() => void save()}
    >
      {say('record.save')}
    </Button>
  );
}
