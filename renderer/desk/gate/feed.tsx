import { IconActivity } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { ListGrid, type Choice } from '../list/lists.tsx';

export function Feed(choice: Choice): ReactNode {
  const { say } = useDesk();
  return (
    <section className="feed" aria-label={say('feed.label')}>
      <h2 className="feed-title">
        <IconActivity size={16} aria-hidden="true" />
        {say('feed.label')}
      </h2>
      <ListGrid list="feed" query="" {...choice} />
    </section>
  );
}
