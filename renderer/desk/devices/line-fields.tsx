import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import { SelectField } from './fields.tsx';

interface Line {
  readonly baudRate: number;
  readonly dataBits: 7 | 8;
  readonly parity: 'none' | 'even' | 'odd';
  readonly stopBits: 1 | 2;
}

const SPEEDS = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200];
const PARITIES = ['none', 'even', 'odd'] as const;
const asOptions = (numbers: readonly number[]) =>
  numbers.map((number) => ({ value: String(number), label: String(number) }));

interface LineFieldsProps {
  readonly place: string;
  readonly line: Line;
  readonly onChange: (line: Line) => void;
}

/** Speed and framing of a serial line, folded away: hardly any device needs another than it leaves the factory with. */
export function LineFields({ place, line, onChange }: LineFieldsProps): ReactNode {
  const { say } = useDesk();
  const speeds = SPEEDS.includes(line.baudRate) ? SPEEDS : [...SPEEDS, line.baudRate];
  return (
    <details className="more">
      <summary>
        {say('line.more')}{' '}
        <span className="soft number">
          {say('line.now', { speed: line.baudRate, bits: line.dataBits, parity: say(`line.parities.${line.parity}`) })}
        </span>
      </summary>
      <div className="fields">
        <SelectField
          label={say('line.speed')}
          place={`${place}.baudRate`}
          value={String(line.baudRate)}
          options={asOptions(speeds)}
          onChange={(speed) => onChange({ ...line, baudRate: Number(speed) })}
        />
        <SelectField
          label={say('line.bits')}
          place={`${place}.dataBits`}
          value={String(line.dataBits)}
          options={asOptions([8, 7])}
          onChange={(bits) => onChange({ ...line, dataBits: bits === '7' ? 7 : 8 })}
        />
        <SelectField
          label={say('line.parity')}
          place={`${place}.parity`}
          value={line.parity}
          options={PARITIES.map((value) => ({ value, label: say(`line.parities.${value}`) }))}
          onChange={(parity) => onChange({ ...line, parity })}
        />
        <SelectField
          label={say('line.stop')}
          place={`${place}.stopBits`}
          value={String(line.stopBits)}
          options={asOptions([1, 2])}
          onChange={(bits) => onChange({ ...line, stopBits: bits === '2' ? 2 : 1 })}
        />
      </div>
    </details>
  );
}
