import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { directionOf } from '../../shared/i18n.ts';
import { useDesk } from '../data/desk.tsx';

interface SubPageProps {
  readonly title: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/** A page of the settings, with the way back to all of them. */
export function SubPage({ title, onBack, children }: SubPageProps): ReactNode {
  const { say, language } = useDesk();
  const BackIcon = directionOf(language) === 'rtl' ? IconArrowRight : IconArrowLeft;
  return (
    <div className="settings">
      <div className="sub-head">
        <Button variant="default" leftSection={<BackIcon size={18} aria-hidden="true" />} onClick={onBack}>
          {say('settings.title')}
        </Button>
        <h1 className="list-title">{title}</h1>
      </div>
      {children}
    </div>
  );
}
