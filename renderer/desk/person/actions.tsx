import { Button } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Person } from '../../../preload/views.ts';
import { useDesk } from '../data/desk.tsx';
import { useExpect } from './expecting.tsx';

/** What can be done about this person now, the next act first and largest. */
export function CardActions({ person }: { readonly person: Person }): ReactNode {
  const { say, status } = useDesk();
  const expect = useExpect();
  if (status.expecting?.workerId === person.workerId) return null;
  return (
    <Button
      className="card-action"
      fullWidth
      leftSection={<IconScan size={22} aria-hidden="true" />}
      onClick={() => expect(person)}
    >
      {say('expect.button', { name: person.name })}
    </Button>
  );
}
