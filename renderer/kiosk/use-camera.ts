import { useEffect, useRef, useState } from 'react';
import type { KioskBridge } from '../../preload/contract.ts';
import type { CameraState, KioskView } from '../../preload/views.ts';
import { type Camera, createCamera } from '../camera/camera.ts';
import type { FromWorker } from '../camera/messages.ts';
import { type FrameWorker, tapTrack } from '../camera/tap.ts';

interface CameraOnScreen {
  readonly state: CameraState;
  readonly stream?: MediaStream | undefined;
}

/** Joins camera, worker and bridge: what the worker reads goes to main, how the camera is goes to main and on screen. */
export function useCamera(bridge: KioskBridge, worker: FrameWorker, wanted: KioskView['camera'] | undefined) {
  const [shown, setShown] = useState<CameraOnScreen>({ state: 'starting' });
  const camera = useRef<Camera>(undefined);

  useEffect(() => {
    const made = createCamera({
      media: navigator.mediaDevices,
      tap: (track) => tapTrack(track, worker),
      nowMs: () => performance.now(),
      onStream: (stream) => setShown((before) => ({ ...before, stream })),
      onReport: (report) => {
        setShown((before) => ({ ...before, state: report.state }));
        void bridge.reportCamera(report);
      },
    });
    const onMessage = ({ data }: MessageEvent<FromWorker>): void => {
      if (data.kind === 'code') void bridge.submitCode({ text: data.text });
      if (data.kind === 'pulse') made.pulse(data.brightness);
    };
    worker.addEventListener('message', onMessage);
    camera.current = made;
    return () => {
      worker.removeEventListener('message', onMessage);
      made.stop();
    };
  }, [bridge, worker]);

  useEffect(() => {
    if (!wanted) return;
    worker.postMessage({ kind: 'region', region: wanted.tune?.region ?? 'whole' }, []);
    camera.current?.want(wanted);
  }, [wanted, worker]);
  return shown;
}
