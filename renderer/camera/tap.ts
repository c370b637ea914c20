import type { ToWorker } from './messages.ts';

/** Chromium's source of raw frames (mediacapture-transform); not in TypeScript's own list yet. */
type Processor = new (init: { track: MediaStreamTrack; maxBufferSize?: number }) => {
  readable: ReadableStream<VideoFrame>;
};

export interface FrameWorker {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** Leads a track's frames to the worker, the newest first. Returns what ends it. */
export function tapTrack(track: MediaStreamTrack, worker: FrameWorker): () => void {
  const Processor = (globalThis as { MediaStreamTrackProcessor?: Processor }).MediaStreamTrackProcessor;
  if (!Processor) return tapPictures(track, worker);
  // One frame in store: an old picture of a badge is worth nothing.
  const { readable } = new Processor({ track, maxBufferSize: 1 });
  worker.postMessage({ kind: 'frames', frames: readable }, [readable]);
  // The stream ends with its track.
  return () => {};
}

/** Without raw frames: a picture of a hidden video, one at a time. */
function tapPictures(track: MediaStreamTrack, worker: FrameWorker): () => void {
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  video.srcObject = new MediaStream([track]);
  let awaited = 0;
  const send = async (): Promise<void> => {
    try {
      const picture = await createImageBitmap(video);
      worker.postMessage({ kind: 'picture', picture, atMs: performance.now() }, [picture]);
    } catch {
      // A frame that went before it could be drawn: the next one will do.
      next();
    }
  };
  const next = (): void => {
    awaited = video.requestVideoFrameCallback(() => void send());
  };
  const onMessage = ({ data }: MessageEvent): void => {
    if (data.kind === 'took') next();
  };
  worker.addEventListener('message', onMessage);
  next();
  return () => {
    worker.removeEventListener('message', onMessage);
    video.cancelVideoFrameCallback(awaited);
    video.srcObject = null;
  };
}
