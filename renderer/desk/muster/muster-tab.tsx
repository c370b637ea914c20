import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useDesk, useSlow } from '../data/desk.tsx';
import type { PageProps } from '../frame/page.ts';
import { Empty } from '../parts/empty.tsx';
import { PastRolls } from './past-rolls.tsx';
import { RollCall } from './roll-call.tsx';
import { StartRoll } from './start-roll.tsx';
import { useMuster } from './use-muster.ts';

/** G8: who is accounted for. One roll call at a time; the past ones stay on record. */
export function MusterTab({ onChoose }: PageProps): ReactNode {
  const { say } = useDesk();
  const [opened, setOpened] = useState<string>();
  const page = useMuster(opened);
  const slow = useSlow(page === undefined);
  if (!page) return slow ? <span className="bone muster-bone" /> : null;
  if (page.roll) {
    const isPast = page.roll.endedAtMs !== undefined;
    return (
      <RollCall
        key={page.roll.musterId}
        roll={page.roll}
        onChoose={onChoose}
        onBack={isPast ? () => setOpened(undefined) : undefined}
      />
    );
  }
  if (opened !== undefined) {
    return (
      <Empty icon={<IconPlugConnectedX stroke={1.5} />} title={say('tabs.muster')} next={say('muster.unanswered')} />
    );
  }
  return (
    <div className="muster">
      <StartRoll insideCount={page.insideCount} />
      <PastRolls past={page.past} onOpen={setOpened} />
    </div>
  );
}
