import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PortalAccess } from '../../../preload/order-views.ts';
import { useDesk } from '../data/desk.tsx';
import { Empty } from '../parts/empty.tsx';

/** Why a section is not shown, and who can see it. */
export function AccessNote({ access }: { readonly access: Exclude<PortalAccess, 'open'> }): ReactNode {
  const { say } = useDesk();
  return <Empty icon={<IconLock stroke={1.5} />} title={say(`portal.${access}`)} next={say(`portal.${access}Next`)} />;
}
