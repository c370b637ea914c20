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

/** RFC 1918, RFC 3927 and this machine itself: gates of a site talk inside its own network. */
const OWN_NETWORK = /^(::ffff:)?(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/;
export const isOwnNetwork = (remoteAddress: string): boolean => OWN_NETWORK.test(remoteAddress);
