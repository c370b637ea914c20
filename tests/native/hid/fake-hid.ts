import { EventEmitter } from 'node:events';
import type { HidDeviceInfo, HidHandle, HidSeam } from '../../../native/hid/hid-seam.ts';

/** HID devices in memory, behind the two calls of node-hid that are used. The test plugs, pulls and plays the device. */
export function fakeHid() {
  let plugged: HidDeviceInfo[] = [];
  let broken: string | undefined;
  const open = new Map<string, EventEmitter>();
  const features: string[] = [];
  const outputs: string[] = [];
  const trace: string[] = [];
  let hear: (report: Uint8Array) => void = () => {};
  let reports: (id: number) => Uint8Array = () => new Uint8Array();

  const hid: HidSeam = {
    async devices() {
      if (broken !== undefined) throw new Error(broken);
      return plugged;
    },
    async open(path) {
      if (!plugged.some((one) => one.path === path)) throw new Error(`cannot open device with path ${path}`);
      trace.push(`open ${path}`);
      return handleOf(path);
    },
  };

  function handleOf(path: string): HidHandle {
    const events = new EventEmitter();
    open.set(path, events);
    return Object.assign(events, {
      async sendFeatureReport(report: number[]) {
        if (!open.has(path)) throw new Error('could not send feature report: the device is gone');
        hear(Uint8Array.from(report));
        features.push(Buffer.from(report).toString('hex'));
        return report.length;
      },
      async write(report: number[]) {
        if (!open.has(path)) throw new Error('cannot write to HID device');
        outputs.push(Buffer.from(report).toString('hex'));
        return report.length;
      },
      async getFeatureReport(id: number) {
        if (!open.has(path)) throw new Error('could not get feature report: the device is gone');
        return reports(id);
      },
      async close() {
        trace.push(`close ${path}, ${events.listenerCount('data')} listening`);
        open.delete(path);
      },
    });
  }

  return {
    hid,
    trace,
    features,
    outputs,
    breakListing: (why: string | undefined) => void (broken = why),
    plug: (...devices: HidDeviceInfo[]) => void (plugged = [...plugged, ...devices]),
    /** Pulled out: it is not listed any more; `noticed` if reading from it fails at once. */
    pull(path: string, noticed: boolean) {
      plugged = plugged.filter((one) => one.path !== path);
      const events = open.get(path);
      open.delete(path);
      if (noticed) events?.emit('error', new Error('could not read from HID device'));
    },
    send: (path: string, report: Uint8Array) => void open.get(path)?.emit('data', report),
    onFeature: (run: (report: Uint8Array) => void) => void (hear = run),
    onGetFeature: (answer: (id: number) => Uint8Array) => void (reports = answer),
  };
}

/** All that is promised and can be done without time passing is done. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
