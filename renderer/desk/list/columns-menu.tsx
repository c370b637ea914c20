import { ActionIcon, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';

interface ColumnsMenuProps {
  /** Columns that can be put away, with their heads. */
  readonly columns: readonly { readonly id: string; readonly heading: string }[];
  readonly hidden: readonly string[];
  readonly onHide: (hidden: string[]) => void;
}

/** Which columns a list has; it stays open while somebody chooses. */
export function ColumnsMenu({ columns, hidden, onHide }: ColumnsMenuProps): ReactNode {
  const { say } = useDesk();
  return (
    <Menu closeOnItemClick={false} position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <ActionIcon className="tool" variant="default" aria-label={say('lists.columnsButton')}>
          <IconColumns3 size={20} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map(({ id, heading }) => (
          <Menu.CheckboxItem
            key={id}
            checked={!hidden.includes(id)}
            onChange={(shown) => onHide(shown ? hidden.filter((one) => one !== id) : [...hidden, id])}
          >
            {heading}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
