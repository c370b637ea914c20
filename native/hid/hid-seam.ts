import type { EventEmitter } from 'node:events';

/** A HID device as the system lists it. Ids are numbers; a usage page or path may be missing. */
export interface HidDeviceInfo {
  readonly vendorId: number;
  readonly productId: number;
  readonly path?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly manufacturer?: string | undefined;
  readonly product?: string | undefined;
  readonly usagePage?: number | undefined;
  readonly usage?: number | undefined;
}

/** An open device: `data` with each input report, `error` when it is gone. */
export interface HidHandle extends Pick<EventEmitter, 'on' | 'removeAllListeners'> {
  /** The first byte is the report's number, 0 where reports have none. */
  sendFeatureReport(report: number[]): Promise<number>;
  /** Sends an output report, its number first. */
  write(report: number[]): Promise<number>;
  getFeatureReport(reportId: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** All that is used of node-hid, as a value: a test puts a device here. */
export interface HidSeam {
  devices(): Promise<readonly HidDeviceInfo[]>;
  open(path: string): Promise<HidHandle>;
}

/** node-hid itself, loaded at the first use: most gates have no HID device. */
export const nodeHid: HidSeam = {
  devices: async () => (await import('node-hid')).devicesAsync(),
  open: async (path) => (await import('node-hid')).HIDAsync.open(path),
};

/**
 * Closes a device. Its listeners go first: node-hid has crashed on a report that arrives while it closes. The error
 * listener stays as a net, an emitter without one would end the process.
 */
export async function closeHid(handle: HidHandle): Promise<void> {
  handle.removeAllListeners('data');
  handle.removeAllListeners('error');
  handle.on('error', () => {});
  await handle.close().catch(() => {});
}
