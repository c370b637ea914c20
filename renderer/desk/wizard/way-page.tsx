import { IconArrowsLeftRight, IconLogin2, IconLogout2, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import type { Lane } from '../devices/draft.ts';
import { Choices } from '../parts/choices.tsx';
import type { PageProps } from './page.ts';

const WAYS: readonly { readonly value: Lane['direction']; readonly icon: Icon }[] = [
  { value: 'both', icon: IconArrowsLeftRight },
  { value: 'in', icon: IconLogin2 },
  { value: 'out', icon: IconLogout2 },
];

/** Step 3: which way people pass. */
export function WayPage({ page, answers, onAnswer }: PageProps): ReactNode {
  const { say } = useDesk();
  if (page !== 'direction') return null;
  return (
    <Choices<Lane['direction']>
      size="large"
      label={say('wizard.ask.direction')}
      choices={WAYS.map(({ value, icon: WayIcon }) => ({
        value,
        label: say(`devices.directions.${value}`),
        hint: say(`wizard.wayHint.${value}`),
        icon: <WayIcon size={34} stroke={1.5} />,
      }))}
      chosen={[answers.direction]}
      onChoose={(direction) => onAnswer({ direction })}
    />
  );
}
