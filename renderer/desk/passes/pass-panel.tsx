import { useState, type ReactNode } from 'react';
import type { PassView } from '../../../preload/pass-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Choices } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { PassForm, type KnownPerson } from './pass-form.tsx';
import { PassList } from './pass-list.tsx';
import { PassSheet } from './pass-sheet.tsx';
import { usePasses } from './use-passes.ts';

/** A new pass first, since somebody waits for it; then those that were given out. */
export function PassPanel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { say } = useDesk();
  const [show, setShow] = useState<'new' | 'given'>('new');
  const [opened, setOpened] = useState<PassView>();
  const passes = usePasses();
  const pass = passes?.find(({ passId }) => passId === opened?.passId) ?? opened;
  return (
    <Dialog title={say('passes.title')} shape="side" onClose={onClose}>
      <Choices
        label={say('passes.title')}
        choices={[
          { value: 'new', label: say('passes.new') },
          { value: 'given', label: say('passes.given') },
        ]}
        chosen={[show]}
        onChoose={(next) => {
          setShow(next);
          setOpened(undefined);
        }}
      />
      {pass && <PassSheet pass={pass} />}
      {!pass && show === 'new' && <PassForm onIssued={setOpened} />}
      {!pass && show === 'given' && <PassList passes={passes} onOpen={setOpened} />}
    </Dialog>
  );
}

/** For somebody who is known and has no work here now. */
export function PassFor({ person, onClose }: { readonly person: KnownPerson; readonly onClose: () => void }) {
  const { say } = useDesk();
  const [pass, setPass] = useState<PassView>();
  return (
    <Dialog title={say('passes.for', { name: person.name })} shape="side" onClose={onClose}>
      {pass ? <PassSheet pass={pass} /> : <PassForm person={person} onIssued={setPass} />}
    </Dialog>
  );
}
