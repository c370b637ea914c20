/** Where gates listen to each other, unless the settings say otherwise. */
export const PEER_PORT = 7420;

export interface PeerAddress {
  readonly host: string;
  readonly port: number;
}

const NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/i;

/** What a person types: a name or an IPv4 address of the own network, with or without a port. Undefined: it is none. */
export function readAddress(typed: string): PeerAddress | undefined {
  const [host = '', port, ...rest] = typed.trim().split(':');
  if (rest.length > 0 || !NAME.test(host) || (port !== undefined && !/^\d{1,5}$/.test(port))) return undefined;
  const number = port === undefined ? PEER_PORT : Number(port);
  return number >= 1 && number <= 65_535 ? { host: host.toLowerCase(), port: number } : undefined;
}

export const writeAddress = ({ host, port }: PeerAddress): string => `${host}:${port}`;

/** RFC 1918, RFC 3927 and this machine itself. */
const PRIVATE = /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/;

/**
 * Gates of a site talk inside its own network: a private address, or one of a network that this computer is in.
 * @param networks as `192.0.2.7/24`
 */
export function isOwnNetwork(address: string, networks: readonly string[]): boolean {
  const bits = bitsOf(address);
  if (bits === undefined) return false;
  return PRIVATE.test(address) || networks.some((network) => isIn(bits, network));
}

function isIn(bits: string, network: string): boolean {
  const [own = '', length = ''] = network.split('/');
  const shared = bitsOf(own)?.slice(0, Number(length));
  // A network of everything is no network of anybody.
  return shared !== undefined && Number(length) >= 8 && bits.startsWith(shared);
}

/** An IPv4 address as 32 digits. */
function bitsOf(address: string): string | undefined {
  const bytes = address.split('.').map(Number);
  const isAddress = bytes.length === 4 && bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255);
  return isAddress ? bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('') : undefined;
}
