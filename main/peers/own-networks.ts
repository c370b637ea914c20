import { networkInterfaces } from 'node:os';

/** The IPv4 networks that this computer is in, as `10.0.0.7/24`: its own address and how much of it is the network's. */
export const ownNetworks = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .flatMap(({ family, internal, cidr }) => (family === 'IPv4' && !internal && cidr ? [cidr] : []));
