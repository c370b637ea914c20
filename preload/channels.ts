import type { WindowName } from './contract.ts';

/** Kept apart from the contract's schemas, so that a sandboxed preload script carries names alone. */
export const callChannel = (window: WindowName, name: string): string => `${window}:call:${name}`;
export const newsChannel = (window: WindowName, name: string): string => `${window}:news:${name}`;
