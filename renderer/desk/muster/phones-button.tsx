import { Button } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Qr } from '../parts/qr.tsx';
import { Strip } from '../parts/strip.tsx';

/** Shows the link that phones on the gate's own network scan. */
export function PhonesButton(): ReactNode {
  const { bridge, say } = useDesk();
  const [opened, setOpened] = useState<{ readonly url: string | null }>();
  const open = (): void => {
    bridge.openPhones().then(setOpened, () => setOpened({ url: null }));
  };
  return (
    <>
      <Button variant="default" leftSection={<IconDeviceMobile size={20} aria-hidden="true" />} onClick={open}>
        {say('muster.phones')}
      </Button>
      {opened && (
        <Dialog title={say('muster.phones')} shape="side" onClose={() => setOpened(undefined)}>
          {opened.url === null ? (
            <Strip tone="warn" title={say('muster.phonesNone')} />
          ) : (
            <>
              <p className="dialog-lead">{say('muster.phonesHow')}</p>
              <Qr text={opened.url} label={say('muster.phones')} />
              <p className="muster-link" dir="ltr">
                {opened.url}
              </p>
            </>
          )}
        </Dialog>
      )}
    </>
  );
}
