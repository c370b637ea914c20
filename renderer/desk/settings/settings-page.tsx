import { Button } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconChecklist, IconWand } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CheckPage } from '../check/check-page.tsx';
import { useDesk } from '../data/desk.tsx';
import { Chip, type Tone } from '../parts/tone.tsx';
import { DevicesPage } from '../devices/devices-page.tsx';
import type { PageProps } from '../frame/page.ts';
import { Wizard } from '../wizard/wizard.tsx';
import { About } from './about.tsx';
import { Devices } from './devices.tsx';
import { EnrolmentForm } from './enrolment-form.tsx';
import { Kept } from './kept.tsx';
import { OtherGates } from './other-gates.tsx';
import { PaperListSection } from './paper-list.tsx';
import { Support } from '../support/support.tsx';
import { Section } from './section.tsx';
import { AppearanceChoice, CameraChoice, LanguageChoice, VolumeChoice } from './preferences.tsx';

export type SettingsPlace = 'overview' | 'devices' | 'check' | 'wizard';

export function SettingsPage({ settings, onGo: go, onDone }: PageProps): ReactNode {
  const onGo = (place: SettingsPlace): void => go('settings', { settings: place });
  const back = (): void => onGo('overview');
  switch (settings) {
    case 'devices':
      return <DevicesPage onBack={back} />;
    case 'check':
      return <CheckPage onBack={back} />;
    case 'wizard':
      return <Wizard onDone={onDone} />;
    case 'overview':
      return <Overview onGo={onGo} />;
  }
}

interface OverviewProps {
  /** Another place of the settings; asks first where something would be lost. */
  readonly onGo: (place: SettingsPlace) => void;
}

function Overview({ onGo }: OverviewProps): ReactNode {
  const { say } = useDesk();
  return (
    <div className="settings">
      <h1 className="list-title">{say('settings.title')}</h1>
      <div className="settings-columns">
        <div>
          <Section title={say('settings.devices')} hint={say('settings.devicesHint')}>
            <Devices />
            <div className="entry-adds">
              <Button
                className="card-action"
                leftSection={<IconChecklist size={22} aria-hidden="true" />}
                onClick={() => onGo('check')}
              >
                {say('check.title')}
              </Button>
              <Button
                className="card-action"
                variant="default"
                leftSection={<IconAdjustmentsHorizontal size={22} aria-hidden="true" />}
                onClick={() => onGo('devices')}
              >
                {say('devices.setUp')}
              </Button>
              <Button
                className="card-action"
                variant="default"
                leftSection={<IconWand size={22} aria-hidden="true" />}
                onClick={() => onGo('wizard')}
              >
                {say('devices.stepByStep')}
              </Button>
            </div>
          </Section>
          <OtherGates />
          <PaperListSection />
          <Kept />
          <Support />
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
