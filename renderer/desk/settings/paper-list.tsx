import { Button, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { PaperListView } from '../../../preload/muster-views.ts';
import { useDesk } from '../data/desk.tsx';
import { ToneShape, type Tone } from '../parts/tone.tsx';
import { Section } from './section.tsx';

const MINUTES = [5, 10, 15, 30, 60, 120];
const NEVER = 'never';
/** The last one may come while somebody looks at it. */
const LOOK_MS = 30_000;

/** How often who is inside becomes paper, where it goes, and the last one (G8). */
export function PaperListSection(): ReactNode {
  const { bridge, say } = useDesk();
  const [list, setList] = useState<PaperListView | null>();
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => {
    let isWanted = true;
    const look = (): void =>
      void bridge.getPaperList().then(
        (answer) => isWanted && setList(answer),
        () => undefined,
      );
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => {
      isWanted = false;
      clearInterval(timer);
    };
  }, [bridge]);
  if (!list) return undefined;
  const take = (answer: Promise<PaperListView | null>): Promise<void> =>
    answer.then(setList, () => void notifications.show({ message: say('app.notSaved'), color: 'refused' }));
  const putNow = (): void => {
    setIsBusy(true);
    void take(bridge.putPaperList()).finally(() => setIsBusy(false));
  };
  return (
    <Section title={say('paperList.title')} hint={say('paperList.hint')}>
      <div className="kept-days paper-choices">
        <Often list={list} onChosen={(own) => void take(bridge.setPaperList({ own }))} />
        <NativeSelect
          size="md"
          label={say('paperList.to')}
          value={list.to}
          data={(['printer', 'folder'] as const).map((value) => ({ value, label: say(`paperList.tos.${value}`) }))}
          onChange={({ currentTarget }) =>
            void take(bridge.setPaperList({ to: currentTarget.value === 'folder' ? 'folder' : 'printer' }))
          }
        />
      </div>
      <p className="soft paper-folder">
        {say('paperList.folder')} <bdi>{list.folder}</bdi>
      </p>
      <div className="entry-adds">
        <Button
          className="card-action"
          variant="default"
          loading={isBusy}
          leftSection={<IconPrinter size={22} aria-hidden="true" />}
          onClick={putNow}
        >
          {say('paperList.now')}
        </Button>
      </div>
      <div aria-live="polite">
        <Last last={list.last} />
      </div>
    </Section>
  );
}

interface OftenProps {
  readonly list: PaperListView;
  readonly onChosen: (own: PaperListView['own']) => void;
}

function Often({ list: { own, ofLocation }, onChosen }: OftenProps): ReactNode {
  const { say } = useDesk();
  const minutes = [...new Set([...MINUTES, ...(typeof own === 'number' ? [own] : [])])].sort((a, b) => a - b);
  const every = (count: number | null): string =>
    count === null ? say('paperList.never') : say('paperList.every', { count });
  const choices = [
    { value: 'location', label: say('paperList.location', { often: every(ofLocation) }) },
    ...minutes.map((each) => ({ value: String(each), label: every(each) })),
    { value: NEVER, label: every(null) },
  ];
  const chosen = (value: string): PaperListView['own'] =>
    value === 'location' ? value : value === NEVER ? null : Number(value);
  return (
    <NativeSelect
      size="md"
      label={say('paperList.often')}
      value={own === null ? NEVER : String(own)}
      data={choices}
      onChange={({ currentTarget }) => onChosen(chosen(currentTarget.value))}
    />
  );
}

const TONES: Readonly<Record<NonNullable<PaperListView['last']>['came'], Tone>> = {
  printed: 'ok',
  saved: 'ok',
  fault: 'bad',
};

function Last({ last }: Pick<PaperListView, 'last'>): ReactNode {
  const { say, status, time } = useDesk();
  const tone = last ? TONES[last.came] : 'idle';
  return (
    <div className="strip" data-tone={tone}>
      <ToneShape tone={tone} />
      <p>
        {last
          ? say(`paperList.last.${last.came}`, { time: time.moment(last.atMs, status.nowMs) })
          : say('paperList.noneYet')}
      </p>
    </div>
  );
}
