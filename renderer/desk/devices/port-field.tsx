import type { ReactNode } from 'react';
import { useDesk } from '../data/desk.tsx';
import type { Say } from '../words/words.ts';
import { SelectField } from './fields.tsx';
import { isSame, looksLike, type Plugged } from './use-plugged.ts';

interface Named {
  readonly path?: string | undefined;
  readonly usb?: Plugged['usb'];
}

interface PortFieldProps {
  readonly label: string;
  readonly place: string;
  readonly link: Plugged['link'];
  readonly plugged: readonly Plugged[];
  readonly value: Named;
  /** Where no device is named: what that means; undefined where one must be. */
  readonly any?: string;
  readonly onChange: (named: Named) => void;
}

const KEPT = 'kept';
const NONE = '';

/** What people call a device that is plugged in: its own name, and where it hangs. */
export const pluggedName = (device: Plugged, say: Say): string =>
  `${device.name ?? say(looksLike(device))} · ${device.path}`;

/** A plugged-in device, by name and looks: the one that is set stays a choice when its cable is out. */
export function PortField({ label, place, link, plugged, value, any, onChange }: PortFieldProps): ReactNode {
  const { say } = useDesk();
  const fitting = plugged.filter((device) => device.link === link);
  const isSet = value.path !== undefined && value.path !== '';
  const current = isSet || value.usb ? fitting.find((device) => isSame(device, value)) : undefined;
  const isOut = (isSet || value.usb !== undefined) && !current;
  const options = [
    ...(any === undefined ? [] : [{ value: NONE, label: any }]),
    ...(any === undefined && !isSet ? [{ value: NONE, label: say('devices.portChoose') }] : []),
    ...(isOut ? [{ value: KEPT, label: say('devices.portOut', { path: value.path ?? '' }) }] : []),
    ...fitting.map((device) => ({
      value: device.path,
      label: device.name ? `${pluggedName(device, say)} (${say(looksLike(device))})` : pluggedName(device, say),
    })),
  ];
  const choose = (chosen: string): void => {
    if (chosen === KEPT) return;
    const device = fitting.find(({ path }) => path === chosen);
    onChange(device ? namedBy(device) : {});
  };
  return (
    <SelectField
      wide
      label={label}
      place={place}
      value={isOut ? KEPT : (current?.path ?? NONE)}
      options={options}
      onChange={choose}
    />
  );
}

/** How the setup names a device: by what it is where it says so, and by where it was seen. */
export const namedBy = ({ path, usb }: Plugged): { path: string; usb?: NonNullable<Plugged['usb']> } => ({
  path,
  ...(usb && { usb }),
});
