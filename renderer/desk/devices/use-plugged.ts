import { useCallback, useEffect, useState } from 'react';
import type { DeskBridge } from '../../../preload/contract.ts';
import { useDesk } from '../data/desk.tsx';
import type { WordKey } from '../words/words.ts';

export type Plugged = Awaited<ReturnType<DeskBridge['listPlugged']>>[number];

export interface PluggedReading {
  /** Undefined until the first answer. */
  readonly devices: readonly Plugged[] | undefined;
  readonly unanswered: boolean;
  readonly refresh: () => void;
}

/** What is plugged into this computer, asked for once and again by hand: nothing is opened for it. */
export function usePlugged(): PluggedReading {
  const { bridge } = useDesk();
  const [devices, setDevices] = useState<readonly Plugged[]>();
  const [unanswered, setUnanswered] = useState(false);
  const refresh = useCallback(() => {
    bridge.listPlugged().then(
      (found) => {
        setDevices(found);
        setUnanswered(false);
      },
      () => setUnanswered(true),
    );
  }, [bridge]);
  useEffect(refresh, [refresh]);
  return { devices, unanswered, refresh };
}

/** A guess in words: never more than what it looks like. */
export function looksLike({ guess, mode }: Plugged): WordKey {
  if (guess === 'scanner' && mode !== undefined) return `devices.modes.${mode}`;
  return `devices.guesses.${guess}`;
}

interface Named {
  readonly path?: string | undefined;
  readonly usb?: Plugged['usb'];
}

/** The same device, wherever the system has put it since. */
export function isSame(device: Plugged, named: Named): boolean {
  const { usb } = named;
  if (!usb || !device.usb) return device.path === named.path;
  const isKind = device.usb.vendorId === usb.vendorId && device.usb.productId === usb.productId;
  if (usb.serialNumber !== undefined) return isKind && device.usb.serialNumber === usb.serialNumber;
  if (usb.location !== undefined) return isKind && device.usb.location === usb.location;
  return isKind && device.path === named.path;
}
