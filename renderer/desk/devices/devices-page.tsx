import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconDeviceFloppy } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { useUnsaved } from '../data/leaving.tsx';
import { Strip } from '../parts/strip.tsx';
import { SubPage } from '../settings/sub-page.tsx';
import { DoorForms } from './doors.tsx';
import type { Problems } from './draft.ts';
import { ProblemsContext } from './fields.tsx';
import { Lanes } from './lanes.tsx';
import { PluggedList } from './plugged-list.tsx';
import { ScannerForms } from './scanners.tsx';
import { usePlugged } from './use-plugged.ts';
import { useSetup, type SetupDraft } from './use-setup.ts';

/** The administrator's screen: what is plugged in, and what each thing is used for. */
export function DevicesPage({ onBack }: { readonly onBack: () => void }): ReactNode {
  const { say } = useDesk();
  const setup = useSetup();
  return (
    <SubPage title={say('devices.title')} onBack={onBack}>
      {setup === 'unanswered' && <Strip tone="bad" title={say('devices.unanswered')} />}
      {typeof setup === 'object' && <Editor setup={setup} />}
    </SubPage>
  );
}

function Editor({ setup }: { readonly setup: SetupDraft }): ReactNode {
  const plugged = usePlugged();
  const { draft, isChanged, problems, change, view } = setup;
  useUnsaved(isChanged);
  const form = {
    setup: draft,
    plugged: plugged.devices ?? [],
    drivers: view.drivers,
    unsaved: isChanged ? draft : undefined,
    onChange: change,
  };
  return (
    <ProblemsContext value={problems}>
      <div className="settings-columns">
        <div>
          <DoorForms {...form} />
          <Lanes {...form} />
        </div>
        <div>
          <PluggedList reading={plugged} setup={draft} />
          <ScannerForms {...form} learnt={view.learnt} />
        </div>
      </div>
      <SaveBar setup={setup} />
    </ProblemsContext>
  );
}

function SaveBar({ setup }: { readonly setup: SetupDraft }): ReactNode {
  const { say } = useDesk();
  const [busy, setBusy] = useState(false);
  const { isChanged, problems, view, save, undo, discard } = setup;
  const run = (done: Promise<string | undefined>): void => {
    setBusy(true);
    done
      .then(
        (message) => message !== undefined && notifications.show({ message }),
        () => notifications.show({ message: say('app.notSaved'), color: 'refused' }),
      )
      .finally(() => setBusy(false));
  };
  const saveAll = async (): Promise<string | undefined> => {
    const outcome = await save();
    if (outcome === 'problems') setTimeout(showFirstProblem);
    return { saved: say('devices.saved'), problems: undefined, unanswered: say('app.notSaved') }[outcome];
  };
  if (!isChanged && !view.canUndo) return null;
  return (
    <section className="save-bar" aria-label={say('devices.saveLabel')}>
      <div aria-live="polite" className="save-state">
        {problems.size > 0 ? (
          <ProblemLine problems={problems} />
        ) : (
          say(isChanged ? 'devices.unsaved' : 'devices.asSaved')
        )}
      </div>
      {view.canUndo && !isChanged && (
        <Button
          variant="default"
          disabled={busy}
          leftSection={<IconArrowBackUp size={18} aria-hidden="true" />}
          onClick={() => run(undo().then(() => say('devices.undone')))}
        >
          {say('devices.undo')}
        </Button>
      )}
      {isChanged && (
        <>
          <Button variant="default" disabled={busy} onClick={discard}>
            {say('devices.discard')}
          </Button>
          <Button
            className="card-action"
            loading={busy}
            leftSection={<IconDeviceFloppy size={20} aria-hidden="true" />}
            onClick={() => run(saveAll())}
          >
            {say('devices.save')}
          </Button>
        </>
      )}
    </section>
  );
}

function ProblemLine({ problems }: { readonly problems: Problems }): ReactNode {
  const { say } = useDesk();
  const words = [...new Set(problems.values())].map((problem) => say(`devices.problems.${problem}`));
  return (
    <Strip tone="bad" title={say('devices.standsAgainst')}>
      {words.join(' ')}
    </Strip>
  );
}

function showFirstProblem(): void {
  document.querySelector<HTMLElement>('.settings [aria-invalid="true"]')?.focus();
}
