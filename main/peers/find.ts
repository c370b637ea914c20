import { Bonjour, type Service } from 'bonjour-service';
import { writeAddress } from '../../core/peers/address.ts';

/** Other gates on the same network, by DNS-SD (RFC 6763). What is found is a hint: only the key says who answers there. */
export interface Finder {
  readonly stop: () => void;
}

export interface FinderParts {
  readonly deviceId: string;
  readonly port: number;
  readonly onFound: (deviceId: string, address: string) => void;
  /** No such network, or the port of multicast DNS is not to be had: gates are told by hand then. */
  readonly onTrouble: (detail: string) => void;
}
export type StartFinder = (parts: FinderParts) => Finder;

/** One kind of service, `_gatehouse._tcp`. Its name and text say the device's id and nothing of the place or of anybody. */
const TYPE = 'gatehouse';
/** What is announced is asked for again: an announcement may be lost. */
const ASK_AGAIN_MS = 30_000;

export const startFinder: StartFinder = ({ deviceId, port, onFound, onTrouble }) => {
  const bonjour = new Bonjour({}, (error: Error) => onTrouble(error.message));
  const name = `gatehouse-${deviceId}`.slice(0, 63);
  bonjour.publish({ name, type: TYPE, port, txt: { device: deviceId }, disableIPv6: true, probe: false });
  const browser = bonjour.find({ type: TYPE });
  browser.on('up', take);
  browser.on('srv-update', take);
  const timer = setInterval(() => browser.update(), ASK_AGAIN_MS);

  function take(service: Pick<Service, 'txt' | 'port' | 'addresses' | 'referer'>): void {
    const found = (service.txt as { readonly device?: unknown } | undefined)?.device;
    // Where the announcement came from can surely be reached; a computer may have other addresses that can't.
    const hosts = [service.referer?.address, ...(service.addresses ?? [])];
    const host = hosts.find((address) => address !== undefined && /^\d+(\.\d+){3}$/.test(address));
    if (typeof found === 'string' && found !== deviceId && host !== undefined)
      onFound(found, writeAddress({ host, port: service.port }));
  }

  return {
    stop() {
      clearInterval(timer);
      browser.stop();
      bonjour.unpublishAll(() => bonjour.destroy());
    },
  };
};
