import { Button } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck, IconListSearch, IconUserPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { RollRowView, RollView } from '../../../preload/muster-views.ts';
import { useDesk } from '../data/desk.tsx';
import { SearchField } from '../list/search-field.tsx';
import { Choices } from '../parts/choices.tsx';
import { Empty } from '../parts/empty.tsx';
import { EndDialog } from './end-dialog.tsx';
import { FoundDialog } from './found-dialog.tsx';
import { PaperActs } from './paper-acts.tsx';
import { PhonesButton } from './phones-button.tsx';
import { RollHead } from './roll-head.tsx';
import { RollRow } from './roll-row.tsx';
import { useMark, type Mark } from './use-muster.ts';

type Shown = 'open' | 'all';

interface RollCallProps {
  readonly roll: RollView;
  readonly onChoose: (workerId: string) => void;
  /** Of a past one: to the others. */
  readonly onBack: (() => void) | undefined;
}

const isOpen = ({ state }: RollRowView): boolean => state === 'unmarked' || state === 'missing';
const matches = ({ name, contractorName = '' }: RollRowView, query: string): boolean =>
  `${name} ${contractorName}`.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());

/** A roll call, running or past: how it stands, and whom there is to find. */
export function RollCall({ roll, onChoose, onBack }: RollCallProps): ReactNode {
  const { say } = useDesk();
  const isPast = onBack !== undefined;
  const [shown, setShown] = useState<Shown>(isPast ? 'all' : 'open');
  const [query, setQuery] = useState('');
  const [asking, setAsking] = useState<'found' | 'end'>();
  const mark = useMark(roll.musterId);
  /** Somebody on the list who was looked up by name is simply safe. */
  const found: Mark = (who, said) => {
    const isListed = 'workerId' in who && roll.rows.some(({ workerId, listed }) => listed && workerId === who.workerId);
    return mark(who, isListed ? 'safe' : said);
  };
  const rows = roll.rows.filter((row) => (shown === 'all' || isOpen(row)) && matches(row, query));
  return (
    <div className="muster" data-kind={roll.kind}>
      <RollHead roll={roll}>
        {isPast ? (
          <Button
            variant="default"
            leftSection={<IconArrowLeft className="turns" size={20} aria-hidden="true" />}
            onClick={onBack}
          >
            {say('muster.back')}
          </Button>
        ) : (
          <Button variant="default" className="muster-end" onClick={() => setAsking('end')}>
            {say('muster.end')}
          </Button>
        )}
      </RollHead>
      <div className="muster-papers">
        {!isPast && <PhonesButton />}
        <PaperActs musterId={roll.musterId} />
      </div>
      <div className="muster-tools">
        <SearchField value={query} onChange={setQuery} onLeave={() => undefined} />
        <Choices<Shown>
          label={say('muster.filter')}
          choices={[
            { value: 'open', label: say('muster.filters.open') },
            { value: 'all', label: say('muster.filters.all') },
          ]}
          chosen={[shown]}
          onChoose={setShown}
        />
        {!isPast && (
          <Button
            variant="default"
            className="muster-found"
            leftSection={<IconUserPlus size={20} aria-hidden="true" />}
            onClick={() => setAsking('found')}
          >
            {say('muster.found')}
          </Button>
        )}
      </div>
      {rows.length === 0 && <NothingShown isAllFound={query.trim() === ''} />}
      <ul className="roll" aria-label={say('tabs.muster')}>
        {rows.map((row) => (
          <RollRow key={row.workerId ?? row.name} row={row} onChoose={onChoose} onMark={isPast ? undefined : mark} />
        ))}
      </ul>
      {asking === 'found' && <FoundDialog onFound={found} onClose={() => setAsking(undefined)} />}
      {asking === 'end' && <EndDialog roll={roll} onClose={() => setAsking(undefined)} />}
    </div>
  );
}

function NothingShown({ isAllFound }: { readonly isAllFound: boolean }): ReactNode {
  const { say } = useDesk();
  return isAllFound ? (
    <Empty icon={<IconCircleCheck stroke={1.5} />} title={say('muster.allFound')} next={say('muster.allFoundNext')} />
  ) : (
    <Empty icon={<IconListSearch stroke={1.5} />} title={say('muster.nobody')} next={say('muster.nobodyNext')} />
  );
}
