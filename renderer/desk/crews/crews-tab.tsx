import { IconUsersGroup } from '@tabler/icons-react';
import { useCallback, type ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import type { PageProps } from '../frame/page.ts';
import { Empty } from '../parts/empty.tsx';
import { CrewRow } from './crew-row.tsx';
import { Searched } from './searched.tsx';

/** D5: work orders of the next 24 h, each with who of its crew is in, was scanned, and is awaited. */
export function CrewsTab({ chosen, onChoose }: PageProps): ReactNode {
  const { bridge, say } = useDesk();
  return (
    <Searched
      label={say('tabs.crews')}
      ask={useCallback((query: string) => bridge.listCrews({ query }), [bridge])}
      rows={({ crews }) =>
        crews.map((crew) => <CrewRow key={crew.workOrderId} crew={crew} chosen={chosen} onChoose={onChoose} />)
      }
      total={({ total }) => total}
      empty={<Empty icon={<IconUsersGroup stroke={1.5} />} title={say('crews.empty')} next={say('crews.emptyNext')} />}
    />
  );
}
