import type { CameraOffers, CameraTune } from '../../preload/camera-views.ts';

type Focus = CameraOffers['focus'][number];
const FOCUS_MODES: readonly Focus[] = ['continuous', 'single-shot', 'manual'];
/** Sizes that cameras commonly give, and that are worth a choice for reading. */
const SIZES = [
  { width: 640, height: 480 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
  { width: 3840, height: 2160 },
];

/** Torch and focus are of the Image Capture specification, and not in TypeScript's list yet. */
interface Capabilities {
  readonly torch?: boolean;
  readonly focusMode?: readonly string[];
  readonly width?: { readonly min?: number; readonly max?: number };
  readonly height?: { readonly min?: number; readonly max?: number };
}
type Track = Pick<MediaStreamTrack, 'getSettings' | 'getConstraints' | 'applyConstraints'> & {
  readonly getCapabilities?: () => object;
};

const capabilitiesOf = (track: Track): Capabilities => track.getCapabilities?.() ?? {};

export function offersOf(track: Track): CameraOffers {
  const { torch = false, focusMode = [], width = {}, height = {} } = capabilitiesOf(track);
  const now = track.getSettings();
  const fits = (value: number, { min = 1, max = 0 }: { readonly min?: number; readonly max?: number }): boolean =>
    value >= min && value <= max;
  return {
    torch,
    focus: FOCUS_MODES.filter((mode) => focusMode.includes(mode)),
    sizes: SIZES.filter((size) => fits(size.width, width) && fits(size.height, height)),
    ...(now.width && now.height ? { size: { width: now.width, height: now.height } } : {}),
  };
}

/**
 * Puts into force what is wanted and offered; what the camera then refuses all the same stays as it is. A badge is held at
 * 10 to 25 cm: a camera that can should keep looking for it, unless somebody wants it otherwise.
 */
export async function tuneTrack(track: Track, tune: CameraTune = {}): Promise<void> {
  const { torch, focus } = offersOf(track);
  const wanted = tune.focus ?? 'continuous';
  const advanced = {
    ...(focus.includes(wanted) ? { focusMode: wanted } : {}),
    ...(torch ? { torch: tune.torch ?? false } : {}),
  };
  const { advanced: _, ...kept } = track.getConstraints();
  const size = tune.size && { width: { ideal: tune.size.width }, height: { ideal: tune.size.height } };
  const constraints: MediaTrackConstraints = { ...kept, ...size };
  if (Object.keys(advanced).length > 0) constraints.advanced = [advanced as MediaTrackConstraintSet];
  await track.applyConstraints(constraints).catch(() => {});
}
