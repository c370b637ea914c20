import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconKeyboard, IconPrinter } from '@tabler/icons-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { CALIBRATION_CODE } from '../../../core/learnt-scanner.ts';
import type { DeviceSettingsView, Learning } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Qr } from '../parts/qr.tsx';
import { Strip } from '../parts/strip.tsx';
import type { Say } from '../words/words.ts';

type Learnt = NonNullable<DeviceSettingsView['learnt']>;

/** How the scanner types, as far as that was learnt, and the way to teach it. */
export function WedgeLearning({ learnt: saved }: { readonly learnt: Learnt | undefined }): ReactNode {
  const { say, bridge } = useDesk();
  const [learnt, setLearnt] = useState(saved);
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const forget = async (): Promise<void> => {
    await bridge.forgetScanner();
    setLearnt(undefined);
    notifications.show({ message: say('learn.forgotten') });
  };
  return (
    <div className="learnt">
      <p>{learnt ? learntSaid(learnt, say) : say('learn.factory')}</p>
      <div className="entry-adds">
        <Button
          variant="default"
          leftSection={<IconKeyboard size={18} aria-hidden="true" />}
          onClick={() => setOpen(true)}
        >
          {say(learnt ? 'learn.again' : 'learn.start')}
        </Button>
        {learnt && (
          <Button
            variant="subtle"
            onClick={() => {
              forget().catch(() => notifications.show({ message: say('app.notSaved'), color: 'refused' }));
            }}
          >
            {say('learn.forget')}
          </Button>
        )}
      </div>
      {isOpen && <LearnDialog onLearnt={setLearnt} onClose={close} />}
    </div>
  );
}

export function learntSaid({ layout, keyMs, suffix, prefix, aim }: Learnt, say: Say): string {
  return [
    say('learn.learnt', { layout: say(`learn.layouts.${layout}`), ms: keyMs, suffix: say(`learn.suffixes.${suffix}`) }),
    ...(prefix === '' ? [] : [say('learn.prefix', { prefix })]),
    ...(aim ? [say('learn.aim')] : []),
  ].join(' ');
}

interface LearnDialogProps {
  /** The same function at every drawing: another one would begin anew. So `onClose`. */
  readonly onLearnt: (learnt: Learnt) => void;
  readonly onClose: () => void;
}

/** Shows the calibration code and listens for as long as it is open. It has no field, so that nothing can be typed into it. */
function LearnDialog({ onLearnt, onClose }: LearnDialogProps): ReactNode {
  const { say, bridge } = useDesk();
  const [heard, setHeard] = useState<Learning>();
  useEffect(() => {
    const listen = bridge.onScannerLearnt((learning) => {
      setHeard(learning);
      if (learning.ok) onLearnt(learning.learnt);
    });
    bridge.learnScanner({ on: true }).catch(onClose);
    return () => {
      listen();
      bridge.learnScanner({ on: false }).catch(() => undefined);
    };
  }, [bridge, onLearnt, onClose]);
  return (
    <Dialog title={say('learn.title')} onClose={onClose}>
      <div className="learning">
        <p>{say('learn.lead')}</p>
        <Qr text={CALIBRATION_CODE} label={say('learn.code')} />
        <div aria-live="polite">
          {!heard && <p className="soft">{say('learn.waiting')}</p>}
          {heard?.ok === false && <Strip tone="warn" title={say('learn.unclear')} />}
          {heard?.ok && (
            <Strip tone="ok" title={learntSaid(heard.learnt, say)}>
              {say('learn.done')}
            </Strip>
          )}
        </div>
        <div className="entry-adds">
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden="true" />}
            onClick={() => void bridge.printPage()}
          >
            {say('learn.print')}
          </Button>
          <Button className="card-action" onClick={onClose}>
            {say('app.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
