import { Button, Menu } from '@mantine/core';
import { IconLogout, IconUser, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { useSession } from './session.tsx';

/** Who answers for what is done at this desk. Nothing is shown where nobody signs in. */
export function Who(): ReactNode {
  const { bridge, say } = useDesk();
  const { view, signIn } = useSession();
  if (view.state === 'open') return null;
  if (!view.user)
    return (
      <div className="who">
        <Button size="md" leftSection={<IconUser size={20} aria-hidden="true" />} onClick={signIn}>
          {say('session.signIn')}
        </Button>
      </div>
    );
  return (
    <div className="who">
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <button type="button" className="who-user">
            <IconUser size={20} aria-hidden="true" />
            <span>
              <span className="out-of-sight">{say('session.signedInAs', { name: view.user.name })} </span>
              <bdi aria-hidden="true">{view.user.name}</bdi>
              <span className="who-role">{say(`session.roles.${view.user.role}`)}</span>
            </span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUserPlus size={20} aria-hidden="true" />} onClick={signIn}>
            {say('session.switch')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={20} aria-hidden="true" />}
            onClick={() => void bridge.signOut().catch(() => undefined)}
          >
            {say('session.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
