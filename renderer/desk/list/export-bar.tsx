import { Button } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import type { Saving } from './use-saving.ts';

/** How far the file of a long list is, and the way to have it no more. */
export function ExportBar({ progress, stop }: Pick<Saving, 'progress' | 'stop'>): ReactNode {
  const { say } = useDesk();
  if (!progress) return null;
  const { rows, total } = progress;
  return (
    <div className="export-bar" aria-live="polite">
      <p className="number">{say('lists.exporting', { done: rows, total })}</p>
      <progress max={Math.max(1, total)} value={rows} aria-hidden="true" />
      <Button variant="default" leftSection={<IconPlayerStop size={20} aria-hidden="true" />} onClick={stop}>
        {say('lists.stopExport')}
      </Button>
    </div>
  );
}
