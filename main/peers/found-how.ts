/** How an address became known, the surest first. */
export const HOWS = ['hand', 'network', 'call', 'before'] as const;
export type FoundHow = (typeof HOWS)[number];
