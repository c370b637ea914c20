import { Button } from '@mantine/core';
import { IconPlug, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { looksLike, usePlugged, type Plugged } from '../devices/use-plugged.ts';
import { Choices } from '../parts/choices.tsx';
import { Empty } from '../parts/empty.tsx';
import { Strip } from '../parts/strip.tsx';

interface PortChoiceProps {
  readonly label: string;
  readonly link: Plugged['link'];
  readonly chosen: Plugged | undefined;
  readonly onChoose: (device: Plugged) => void;
}

/** One of the devices that are plugged in; looking again finds one that was plugged in meanwhile. */
export function PortChoice({ label, link, chosen, onChoose }: PortChoiceProps): ReactNode {
  const { say } = useDesk();
  const { devices, unanswered, refresh } = usePlugged();
  const fitting = devices?.filter((device) => device.link === link) ?? [];
  return (
    <>
      {unanswered && <Strip tone="bad" title={say('plugged.unanswered')} />}
      {devices && fitting.length === 0 && (
        <Empty icon={<IconPlug stroke={1.5} />} title={say('plugged.none')} next={say('plugged.noneNext')} />
      )}
      <Choices
        size="large"
        label={label}
        choices={fitting.map((device) => ({
          value: device.path,
          label: device.name ? <bdi>{device.name}</bdi> : say('plugged.noName'),
          hint: (
            <>
              {say(looksLike(device))} · <bdi dir="ltr">{device.path}</bdi>
            </>
          ),
        }))}
        chosen={chosen ? [chosen.path] : []}
        onChoose={(path) => {
          const device = fitting.find((one) => one.path === path);
          if (device) onChoose(device);
        }}
      />
      <Button
        className="entry-add"
        variant="default"
        leftSection={<IconRefresh size={18} aria-hidden="true" />}
        onClick={refresh}
      >
        {say('plugged.refresh')}
      </Button>
    </>
  );
}
