import type { Ask } from '../../preload/contract.ts';
import type { CameraState, KioskView } from '../../preload/views.ts';
import { type CameraChoice, chooseCamera, choicesOf } from './choose.ts';
import { type LightState, lightAfter, retryDelayMs, STALLED_AFTER_MS, stateOfError } from './health.ts';
import { closeCamera, openCamera } from './open.ts';
import { offersOf, tuneTrack } from './tune.ts';

export type CameraReport = Ask<'kiosk', 'reportCamera'>;
type Wanted = KioskView['camera'];

export interface CameraPorts {
  readonly media: Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>;
  /** Leads a track's frames to whoever reads them; they answer by `pulse`. Returns what ends it. */
  readonly tap: (track: MediaStreamTrack) => () => void;
  readonly nowMs: () => number;
  /** The picture to show; none while there is no camera. */
  readonly onStream: (stream: MediaStream | undefined) => void;
  /** A change of state, of the camera in use or of what there is to choose from. */
  readonly onReport: (report: CameraReport) => void;
}

interface Open {
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  readonly choice: CameraChoice;
  readonly untap: () => void;
}

const WATCH_EVERY_MS = 500;
/** Plugging in a camera is several events. */
const SETTLE_MS = 300;

/**
 * Keeps the wanted camera running: takes it, watches that frames arrive and are bright enough to read, and takes it
 * anew when it is lost, with a growing pause. Nothing here needs a person.
 */
export function createCamera({ media, tap, nowMs, onStream, onReport }: CameraPorts) {
  let wanted: Wanted = { enabled: false };
  let choices: readonly CameraChoice[] = [];
  let open: Open | undefined;
  let light: LightState = { dark: false };
  let frameAtMs = 0;
  let failures = 0;
  /** Every start makes the ones before it void. */
  let turn = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let reported = '';

  const report = (state: CameraState): void => {
    const used = open && { deviceId: open.choice.deviceId, label: open.choice.label };
    const next: CameraReport = { state, ...used, choices: [...choices], ...(open && { offers: offersOf(open.track) }) };
    const text = JSON.stringify(next);
    if (text === reported) return;
    reported = text;
    onReport(next);
  };

  const release = (): void => {
    clearTimeout(retry);
    if (!open) return;
    open.untap();
    closeCamera(open.stream);
    open = undefined;
    onStream(undefined);
  };

  const loseIt = (state: CameraState): void => {
    turn += 1;
    release();
    report(state);
    retry = setTimeout(() => void start(), retryDelayMs(failures));
    failures += 1;
  };

  const start = async (): Promise<void> => {
    const mine = (turn += 1);
    release();
    if (!wanted.enabled) return report('off');
    // Between two tries the last fault stays on screen: "starting" every few seconds would hide it.
    if (failures === 0) report('starting');
    try {
      choices = choicesOf(await media.enumerateDevices());
      const choice = chooseCamera(wanted, choices);
      if (mine !== turn) return;
      if (!choice) return loseIt('missing');
      const stream = await openCamera(media, choice.deviceId, wanted.tune);
      if (mine !== turn) return closeCamera(stream);
      await begin(stream, choice);
    } catch (error) {
      if (mine === turn) loseIt(stateOfError(error));
    }
  };

  const begin = async (stream: MediaStream, choice: CameraChoice): Promise<void> => {
    const [track] = stream.getVideoTracks();
    if (!track) throw new DOMException('a stream without a picture', 'NotFoundError');
    const mine = turn;
    track.addEventListener('ended', () => mine === turn && loseIt('missing'));
    frameAtMs = nowMs();
    light = { dark: false };
    open = { stream, track, choice, untap: tap(track) };
    onStream(stream);
    // Names of cameras may be known only once one was allowed.
    choices = choicesOf(await media.enumerateDevices());
    const named = choices.find(({ deviceId }) => deviceId === choice.deviceId);
    if (mine === turn && named) open = { ...open, choice: named };
  };

  const refresh = async (): Promise<void> => {
    if (!wanted.enabled) return;
    if (!open) return start();
    choices = choicesOf(await media.enumerateDevices());
    const best = chooseCamera(wanted, choices);
    // The one in use is gone, or the chosen one is back.
    if (best?.deviceId !== open?.choice.deviceId) await start();
    else report(light.dark ? 'dark' : 'live');
  };

  let settling: ReturnType<typeof setTimeout> | undefined;
  const onDeviceChange = (): void => {
    clearTimeout(settling);
    settling = setTimeout(() => void refresh(), SETTLE_MS);
  };
  media.addEventListener('devicechange', onDeviceChange);
  const watch = setInterval(() => {
    if (open && nowMs() - frameAtMs > STALLED_AFTER_MS) loseIt('stalled');
  }, WATCH_EVERY_MS);

  return {
    /** Follows the settings; the same wish again changes nothing. */
    want: (next: Wanted): void => {
      if (JSON.stringify(next) === JSON.stringify(wanted)) return;
      const isTuned = JSON.stringify(next.tune) !== JSON.stringify(wanted.tune);
      wanted = next;
      // The settings have learnt which camera is in use, or want it otherwise.
      if (open && next.enabled && chooseCamera(next, choices)?.deviceId === open.choice.deviceId) {
        if (isTuned) void tuneTrack(open.track, next.tune);
        return;
      }
      failures = 0;
      void start();
    },
    /** A frame arrived, this bright. */
    pulse: (brightness: number): void => {
      if (!open) return;
      failures = 0;
      frameAtMs = nowMs();
      light = lightAfter(light, brightness, frameAtMs);
      report(light.dark ? 'dark' : 'live');
    },
    stop: (): void => {
      turn += 1;
      clearInterval(watch);
      clearTimeout(settling);
      media.removeEventListener('devicechange', onDeviceChange);
      release();
    },
  };
}
export type Camera = ReturnType<typeof createCamera>;
