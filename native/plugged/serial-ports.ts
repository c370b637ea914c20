import { readdirSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { guessByIds } from './usb-ids.ts';
import type { Clock } from '../clock.ts';
import type { Plugged } from '../messages.ts';

/** Serial ports as the settings screen shows them. */
export type ListPorts = () => Promise<readonly Plugged[]>;

/** A port as serialport lists it. */
export interface ListedPort {
  readonly path: string;
  readonly manufacturer?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly pnpId?: string | undefined;
  readonly locationId?: string | undefined;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
}

/** Linux names ports by where they are plugged in, here. */
const BY_PATH = '/dev/serial/by-path';

/** Lists what the system knows; no port is opened. */
export const listPorts: ListPorts = async () => {
  const { SerialPort } = await import('serialport');
  const places = process.platform === 'linux' ? linuxPlaces() : new Map<string, string>();
  return (await SerialPort.list()).map((port) => pluggedSerial(port, places.get(port.path)));
};

/** Listing starts a program on Linux: all who look for their port within this time get the same list. */
const SAME_LIST_MS = 700;

export function sharedList(list: ListPorts, clock: Clock): ListPorts {
  let last: { readonly atMs: number; readonly ports: ReturnType<ListPorts> } | undefined;
  return () => {
    if (!last || clock.nowMs() - last.atMs >= SAME_LIST_MS) last = { atMs: clock.nowMs(), ports: list() };
    return last.ports;
  };
}

/** `place`: where it is plugged in, if the system has another word for that than serialport. */
export function pluggedSerial(port: ListedPort, place?: string): Plugged {
  const [vendorId, productId] = [port.vendorId?.toLowerCase(), port.productId?.toLowerCase()];
  const base = { link: 'serial', path: port.path, guess: 'adapter' } as const;
  if (!vendorId?.match(/^[0-9a-f]{4}$/) || !productId?.match(/^[0-9a-f]{4}$/)) {
    return { ...base, ...(port.manufacturer ? { name: port.manufacturer.slice(0, 200) } : {}) };
  }
  const location = place ?? port.locationId ?? port.pnpId;
  const usb = {
    vendorId,
    productId,
    ...(port.serialNumber ? { serialNumber: port.serialNumber.slice(0, 128) } : {}),
    ...(location ? { location: location.slice(0, 260) } : {}),
  };
  const { name, ...guess } = guessByIds(usb, 'serial');
  const said = port.manufacturer ?? name;
  return { ...base, ...(said ? { name: said.slice(0, 200) } : {}), usb, ...guess };
}

function linuxPlaces(): Map<string, string> {
  try {
    return new Map(
      readdirSync(BY_PATH).map((link) => [path.resolve(BY_PATH, readlinkSync(path.join(BY_PATH, link))), link]),
    );
  } catch {
    return new Map();
  }
}
