import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileTypePdf, IconPrinter, IconTable } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';

const WAYS = [
  ['print', IconPrinter],
  ['pdf', IconFileTypePdf],
  ['csv', IconTable],
] as const;
type Way = (typeof WAYS)[number][0];

/** A roll call on paper or as a file; without one, who is inside now. */
export function PaperActs({ musterId }: { readonly musterId?: string }): ReactNode {
  const { bridge, say, time, nowMs } = useDesk();
  const [busy, setBusy] = useState<Way>();
  const make = (how: Way): void => {
    setBusy(how);
    const fileName = `${say('tabs.muster')} ${time.date(nowMs())}`;
    bridge
      .paperMuster({ how, fileName, ...(musterId === undefined ? {} : { musterId }) })
      .then(
        ({ came }) => came,
        () => 'fault' as const,
      )
      .then((came) => {
        setBusy(undefined);
        if (came === 'saved') notifications.show({ message: say('muster.saved') });
        if (came === 'fault') notifications.show({ message: say('muster.notSaved'), color: 'refused' });
      })
      .catch(() => undefined);
  };
  return (
    <div className="muster-papers">
      {WAYS.map(([how, Icon]) => (
        <Button
          key={how}
          variant="default"
          loading={busy === how}
          leftSection={<Icon size={20} aria-hidden="true" />}
          onClick={() => make(how)}
        >
          {say(how === 'print' && musterId === undefined ? 'muster.printInside' : `muster.${how}`)}
        </Button>
      ))}
    </div>
  );
}
