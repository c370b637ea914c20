import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';
import { About } from './about.tsx';
import { Devices } from './devices.tsx';
import { EnrolmentForm } from './enrolment-form.tsx';
import { Section } from './section.tsx';
import { AppearanceChoice, CameraChoice, LanguageChoice, VolumeChoice } from './preferences.tsx';

export function SettingsPage(): ReactNode {
  const { say } = useDesk();
  return (
    <div className="settings">
      <h1 className="list-title">{say('settings.title')}</h1>
      <div className="settings-columns">
        <div>
          <Section title={say('settings.devices')} hint={say('settings.devicesHint')}>
            <Devices />
          </Section>
          <About />
        </div>
        <div>
          <Section title={say('settings.camera')} hint={say('settings.cameraHint')} state={<CameraState />}>
            <CameraChoice />
          </Section>
          <Section title={say('settings.sound')} hint={say('settings.soundHint')}>
            <VolumeChoice />
          </Section>
          <Section title={say('settings.language')} hint={say('settings.languageHint')}>
            <LanguageChoice />
          </Section>
          <Section title={say('settings.appearance')}>
            <AppearanceChoice />
          </Section>
          <Section title={say('settings.enrolment')} hint={say('settings.enrolmentHint')}>
            <EnrolmentForm hurry={false} />
          </Section>
        </div>
      </div>
    </div>
  );
}

function CameraState(): ReactNode {
  const { say, status } = useDesk();
  const { state } = status.camera;
  const tone: Tone = state === 'live' ? 'ok' : state === 'off' || state === 'starting' ? 'idle' : 'bad';
  return <Chip tone={tone}>{say(`settings.cameraStates.${state}`)}</Chip>;
}
