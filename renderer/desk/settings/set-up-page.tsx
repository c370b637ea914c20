import { IconScan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { EnrolmentForm } from './enrolment-form.tsx';
import { LanguageChoice } from './preferences.tsx';

/** The first thing that a new gate shows: one calm page, one thing to do. */
export function SetUpPage(): ReactNode {
  const { say } = useDesk();
  return (
    <main className="set-up" id="content">
      <div className="set-up-sheet">
        <div className="set-up-story">
          <span className="set-up-mark" aria-hidden="true">
            <IconScan size={34} stroke={1.75} />
          </span>
          <h1>{say('setUp.title')}</h1>
          <p className="set-up-lead">{say('setUp.lead')}</p>
          <ol className="steps">
            <li>
              <strong>{say('setUp.step1')}</strong>
              <span>{say('setUp.step1Hint')}</span>
            </li>
            <li>
              <strong>{say('setUp.step2')}</strong>
              <span>{say('setUp.step2Hint')}</span>
            </li>
          </ol>
        </div>
        <div className="set-up-form">
          <EnrolmentForm hurry />
          <LanguageChoice />
        </div>
      </div>
    </main>
  );
}
