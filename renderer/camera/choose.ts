import type { KioskView } from '../../preload/views.ts';

export interface CameraChoice {
  readonly deviceId: string;
  readonly label: string;
}

/** Browsers cut a camera's name off nowhere; a border has limits. */
const LONGEST = 200;
const MOST = 32;

export const choicesOf = (devices: readonly MediaDeviceInfo[]): CameraChoice[] =>
  devices
    .filter((device) => device.kind === 'videoinput')
    .slice(0, MOST)
    .map(({ deviceId, label }) => ({ deviceId: deviceId.slice(0, LONGEST), label: label.slice(0, LONGEST) }));

/**
 * The chosen camera by its id; in another socket it has a new id and keeps its name; failing both, any camera is
 * better than none. `undefined` is none.
 */
export function chooseCamera(
  wanted: Pick<KioskView['camera'], 'deviceId' | 'label'>,
  choices: readonly CameraChoice[],
): CameraChoice | undefined {
  return (
    choices.find(({ deviceId }) => deviceId !== '' && deviceId === wanted.deviceId) ??
    choices.find(({ label }) => label !== '' && label === wanted.label) ??
    choices[0]
  );
}
