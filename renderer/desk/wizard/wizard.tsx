import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { DeviceSettingsView } from '../../../preload/device-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useUnsaved } from '../data/leaving.tsx';
import { useSetup } from '../devices/use-setup.ts';
import { Strip } from '../parts/strip.tsx';
import { isAnswered, NOTHING_YET, pagesFor, setupFrom, STEP_OF_PAGE, STEPS, type Answers, type WizardPage } from './answers.ts'; // prettier-ignore
import { BadgePages } from './badge-pages.tsx';
import { DoorPages } from './door-pages.tsx';
import type { PageProps } from './page.ts';
import { Summary, useWizardSave } from './summary.tsx';
import { WayPage } from './way-page.tsx';

/** Sets up a new gate by questions, one a page. Nothing is saved before the end. */
export function Wizard({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { say } = useDesk();
  const setup = useSetup();
  if (setup === 'reading') return <div className="wizard" aria-busy="true" />;
  if (setup === 'unanswered') {
    return (
      <div className="wizard">
        <Strip tone="bad" title={say('devices.unanswered')} />
        <Button className="card-action" onClick={onDone}>
          {say('wizard.skip')}
        </Button>
      </div>
    );
  }
  return <Questions view={setup.view} onDone={onDone} />;
}

interface QuestionsProps {
  readonly view: DeviceSettingsView;
  readonly onDone: () => void;
}

function Questions({ view, onDone }: QuestionsProps): ReactNode {
  const { say } = useDesk();
  const [answers, setAnswers] = useState<Answers>(NOTHING_YET);
  const [page, setPage] = useState<WizardPage>('readers');
  const [tried, setTried] = useState(false);
  useUnsaved(answers !== NOTHING_YET);
  const made = setupFrom(answers, view, say('wizard.doorName'));
  const { saving, save } = useWizardSave(made.setup, onDone);
  const pages = pagesFor(answers);
  const at = pages.indexOf(page);
  const go = (next: WizardPage): void => {
    setTried(false);
    setPage(next);
  };
  const forward = (event: FormEvent): void => {
    event.preventDefault();
    if (page === 'summary') return save();
    setTried(true);
    const next = pages[at + 1];
    if (next && isAnswered(page, answers)) go(next);
  };
  const before = pages[at - 1];
  const props: PageProps = {
    page,
    answers,
    made,
    view,
    go,
    onAnswer: (change) => setAnswers((old) => ({ ...old, ...change })),
  };
  return (
    <form className="wizard" onSubmit={forward} noValidate>
      <Steps page={page} />
      <Question key={page} page={page} />
      <div className="wizard-body">
        <BadgePages {...props} />
        <DoorPages {...props} />
        <WayPage {...props} />
        {page === 'summary' && <Summary {...props} saving={saving} />}
      </div>
      <div role="alert">
        {tried && !isAnswered(page, answers) && <Strip tone="warn" title={say('wizard.choose')} />}
      </div>
      <div className="wizard-acts">
        <Button className="card-action" variant="subtle" onClick={onDone}>
          {say('wizard.skip')}
        </Button>
        {before && (
          <Button className="card-action" variant="default" onClick={() => go(before)}>
            {say('wizard.back')}
          </Button>
        )}
        <Button className="card-action wizard-next" type="submit" loading={saving === 'saving'}>
          {say(page === 'summary' ? 'wizard.save' : 'wizard.next')}
        </Button>
      </div>
    </form>
  );
}

function Steps({ page }: { readonly page: WizardPage }): ReactNode {
  const { say } = useDesk();
  const now = STEPS.indexOf(STEP_OF_PAGE[page]);
  return (
    <ol className="wizard-steps" aria-label={say('wizard.steps')}>
      {STEPS.map((step, at) => (
        <li key={step} aria-current={at === now ? 'step' : undefined} data-done={at < now || undefined}>
          {say(`wizard.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

/** The question takes the focus with each page, so that it is read out and the next Tab is its first answer. */
function Question({ page }: { readonly page: WizardPage }): ReactNode {
  const { say } = useDesk();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <header className="wizard-question">
      <h1 ref={title} tabIndex={-1}>
        {say(`wizard.ask.${page}`)}
      </h1>
      <p>{say(`wizard.hint.${page}`)}</p>
    </header>
  );
}
