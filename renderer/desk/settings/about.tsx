import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { ToneShape } from '../parts/tone.tsx';
import { Section } from './section.tsx';
import { Facts } from '../parts/facts.tsx';

export function About(): ReactNode {
  const { say, status } = useDesk();
  const lines = [
    [say('settings.version'), status.appVersion],
    [say('settings.runtime'), status.runtime],
    [say('settings.site'), status.siteName],
    [say('settings.gate'), status.gateName],
    [say('settings.zone'), status.timeZone],
    [say('settings.centralUrl'), status.connection.centralUrl ?? '–'],
  ] as const;
  return (
    <Section title={say('settings.about')}>
      <Facts className="about" lines={lines} />
      {status.runtimeIsFallback && (
        <div className="strip" data-tone="warn">
          <ToneShape tone="warn" />
          <p>
            <strong>{say('settings.runtimeOld')}</strong> {say('settings.runtimeOldNext')}
          </p>
        </div>
      )}
    </Section>
  );
}
