import type { DeviceSettingsView } from '../../../preload/device-views.ts';
import type { Answers, setupFrom, WizardPage } from './answers.ts';

/** What every page of the wizard stands on. */
export interface PageProps {
  readonly page: WizardPage;
  readonly answers: Answers;
  /** What would be saved now. */
  readonly made: ReturnType<typeof setupFrom>;
  readonly view: DeviceSettingsView;
  readonly onAnswer: (change: Partial<Answers>) => void;
  readonly go: (page: WizardPage) => void;
}
