import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconVolume } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import type { Scanner } from './draft.ts';
import { SelectField } from './fields.tsx';

type SerialScanner = Extract<Scanner, { kind: 'serial' }>;
const MAKERS = ['honeywell', 'zebra', 'datalogic', 'newland', 'cipherlab'] as const;

/** They know no command to beep: they light up. */
const SILENT: ReadonlySet<SerialScanner['maker']> = new Set(['newland']);

interface MakerFieldsProps {
  readonly scanner: SerialScanner;
  readonly place: string;
  readonly onChange: (scanner: SerialScanner) => void;
}

/** Whose commands a serial scanner understands: a bare line does not tell. */
export function MakerFields({ scanner, place, onChange }: MakerFieldsProps): ReactNode {
  const { say, bridge } = useDesk();
  const { maker, ...unnamed } = scanner;
  const beep = async (): Promise<void> => {
    await bridge.signalScanner({
      scannerId: scanner.id,
      what: SILENT.has(maker) ? 'trigger_on' : 'beep',
      ...(maker && { maker }),
    });
    notifications.show({ message: say('maker.beeped') });
  };
  return (
    <div className="fields">
      <SelectField
        label={say('maker.label')}
        hint={say('maker.hint')}
        place={`${place}.maker`}
        value={maker ?? 'unknown'}
        options={(['unknown', ...MAKERS] as const).map((value) => ({ value, label: say(`maker.names.${value}`) }))}
        onChange={(value) => onChange(value === 'unknown' ? unnamed : { ...unnamed, maker: value })}
      />
      <Button
        className="maker-beep"
        variant="default"
        leftSection={<IconVolume size={18} aria-hidden="true" />}
        onClick={() => {
          beep().catch(() => notifications.show({ message: say('app.notSaved'), color: 'refused' }));
        }}
      >
        {say('maker.beep')}
      </Button>
    </div>
  );
}
