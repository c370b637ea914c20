import { Button, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconEraser } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { KeptView } from '../../../preload/keeping-views.ts';
import { useDesk } from '../data/desk.tsx';
import { ToneShape, type Tone } from '../parts/tone.tsx';
import { Section } from './section.tsx';
import { Facts } from '../parts/facts.tsx';

/** To choose from; what somebody wrote into the settings file is among them too. */
const DAYS = { journalDays: [30, 60, 90, 180, 365], wordsDays: [7, 14, 30, 60, 90] } as const;

/** What this PC keeps of people and their acts, for how long, and the next clean-up. */
export function Kept(): ReactNode {
  const { bridge, say } = useDesk();
  const [kept, setKept] = useState<KeptView | null>();
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => {
    let isWanted = true;
    bridge.getKept().then(
      (answer) => isWanted && setKept(answer),
      () => undefined,
    );
    return () => void (isWanted = false);
  }, [bridge]);
  if (!kept) return undefined;
  const take = (answer: Promise<KeptView | null>): Promise<void> =>
    answer.then(setKept, () => void notifications.show({ message: say('app.notSaved'), color: 'refused' }));
  const cleanUp = (): void => {
    setIsBusy(true);
    void take(bridge.cleanUp()).finally(() => setIsBusy(false));
  };
  return (
    <Section title={say('kept.title')} hint={say('kept.hint')}>
      <Figures kept={kept} />
      <div className="kept-days">
        <Days kept={kept} what="journalDays" onChosen={(days) => void take(bridge.setKept({ journalDays: days }))} />
        <Days kept={kept} what="wordsDays" onChosen={(days) => void take(bridge.setKept({ wordsDays: days }))} />
      </div>
      <div className="entry-adds">
        <Button
          className="card-action"
          variant="default"
          loading={isBusy}
          leftSection={<IconEraser size={22} aria-hidden="true" />}
          onClick={cleanUp}
        >
          {say('kept.clean')}
        </Button>
      </div>
      <div aria-live="polite">{kept.last && <Last came={kept.last} />}</div>
    </Section>
  );
}

function Figures({ kept }: { readonly kept: KeptView }): ReactNode {
  const { language, say, status, time } = useDesk();
  const number = (value: number): string => new Intl.NumberFormat(language).format(value);
  const { left, oldestAtMs, nextAtMs, saveTo } = kept;
  const megabytes = Math.max(1, Math.round(kept.bytes / 1_000_000));
  const lines: readonly (readonly [string, string])[] = [
    [say('kept.acts'), number(kept.acts)],
    [say('kept.oldest'), oldestAtMs === undefined ? '–' : time.date(oldestAtMs)],
    [
      say('kept.left'),
      left
        ? say('kept.leftSince', { number: number(left.count), date: time.date(left.firstAtMs) })
        : say('kept.noneLeft'),
    ],
    [say('kept.people'), number(kept.people)],
    [say('kept.files'), number(kept.files)],
    [say('kept.disk'), say('kept.megabytes', { number: number(megabytes) })],
    ...(nextAtMs === undefined ? [] : [[say('kept.next'), time.moment(nextAtMs, status.nowMs)] as const]),
    ...(saveTo === undefined ? [] : [[say('kept.saveTo'), saveTo] as const]),
  ];
  return <Facts className="about" lines={lines} />;
}

interface DaysProps {
  readonly kept: KeptView;
  readonly what: keyof typeof DAYS;
  readonly onChosen: (days: number) => void;
}

function Days({ kept, what, onChosen }: DaysProps): ReactNode {
  const { say } = useDesk();
  const choices = [...new Set([...DAYS[what], kept[what]])].sort((a, b) => a - b);
  return (
    <NativeSelect
      size="md"
      label={say(`kept.${what}`)}
      value={String(kept[what])}
      data={choices.map((days) => ({ value: String(days), label: say('kept.days', { count: days }) }))}
      onChange={(event) => onChosen(Number(event.currentTarget.value))}
    />
  );
}

const TONES: Readonly<Record<NonNullable<KeptView['last']>, Tone>> = {
  nothing: 'ok',
  left: 'ok',
  stopped: 'idle',
  clock: 'warn',
  not_saved: 'warn',
  not_recorded: 'bad',
  broken: 'bad',
};

function Last({ came }: { readonly came: NonNullable<KeptView['last']> }): ReactNode {
  const { say } = useDesk();
  return (
    <div className="strip" data-tone={TONES[came]}>
      <ToneShape tone={TONES[came]} />
      <p>{say(`kept.last.${came}`)}</p>
    </div>
  );
}
