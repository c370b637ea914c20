import type { CameraTune } from '../../preload/camera-views.ts';
import { tuneTrack } from './tune.ts';

/** Pixels per module decide what can be read, so full HD where the camera keeps its rate there, else 720p. */
const FULL_HD = { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 30 } };
const HD = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
/** Below this a hand that holds a badge has moved on between two frames. */
const LEAST_RATE_HZ = 20;

/** Rejects as `getUserMedia` does. */
export async function openCamera(
  media: Pick<MediaDevices, 'getUserMedia'>,
  deviceId: string,
  tune: CameraTune = {},
): Promise<MediaStream> {
  const which = deviceId === '' ? {} : { deviceId: { exact: deviceId } };
  const size = tune.size && { width: { ideal: tune.size.width }, height: { ideal: tune.size.height } };
  const stream = await media.getUserMedia({ video: { ...which, ...FULL_HD, ...size }, audio: false });
  const [track] = stream.getVideoTracks();
  if (!track) throw new DOMException('a stream without a picture', 'NotFoundError');
  // Both are wishes: a camera that can't is used as it is.
  if (!size && (track.getSettings().frameRate ?? LEAST_RATE_HZ) < LEAST_RATE_HZ)
    await track.applyConstraints(HD).catch(() => {});
  await tuneTrack(track, tune);
  return stream;
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
