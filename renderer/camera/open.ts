/** Pixels per module decide what can be read, so full HD where the camera keeps its rate there, else 720p. */
const FULL_HD = { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 30 } };
const HD = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
/** Below this a hand that holds a badge has moved on between two frames. */
const LEAST_RATE_HZ = 20;

/** Rejects as `getUserMedia` does. */
export async function openCamera(media: Pick<MediaDevices, 'getUserMedia'>, deviceId: string): Promise<MediaStream> {
  const which = deviceId === '' ? {} : { deviceId: { exact: deviceId } };
  const stream = await media.getUserMedia({ video: { ...which, ...FULL_HD }, audio: false });
  const [track] = stream.getVideoTracks();
  if (!track) throw new DOMException('a stream without a picture', 'NotFoundError');
  // Both are wishes: a camera that can't is used as it is.
  if ((track.getSettings().frameRate ?? LEAST_RATE_HZ) < LEAST_RATE_HZ)
    await track.applyConstraints(HD).catch(() => {});
  await track.applyConstraints(withFocus(track)).catch(() => {});
  return stream;
}

/** A badge is held at 10 to 25 cm: a camera that can should keep looking for it. Not in TypeScript's list yet. */
function withFocus(track: MediaStreamTrack): MediaTrackConstraints {
  const { focusMode = [] } = (track.getCapabilities?.() ?? {}) as { focusMode?: readonly string[] };
  const kept = track.getConstraints();
  return focusMode.includes('continuous')
    ? { ...kept, advanced: [{ focusMode: 'continuous' } as MediaTrackConstraintSet] }
    : kept;
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
