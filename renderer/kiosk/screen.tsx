import type { CameraState, KioskView } from '../../preload/views.ts';
import { Emergency } from './emergency.tsx';
import { OutOfService } from './out-of-service.tsx';
import { Outcome } from './outcome.tsx';
import { Ready } from './ready.tsx';

export interface ScreenProps {
  readonly view: KioskView;
  readonly camera: CameraState;
  readonly stream?: MediaStream | undefined;
  readonly nowMs: number;
  /** A touch anywhere while an outcome is shown. */
  readonly onAcknowledge: (outcomeId: string) => void;
  readonly onLanguage: (language: string) => void;
}

/** What the worker sees, from the view alone: one screen at a time, nothing kept from the one before. */
export function Screen({ view, camera, stream, nowMs, onAcknowledge, onLanguage }: ScreenProps) {
  if (view.screen === 'emergency') return <Emergency view={view} />;
  if (view.screen === 'out_of_service') return <OutOfService />;
  if (view.screen === 'outcome' && view.outcome) {
    return (
      <Outcome key={view.outcome.id} outcome={view.outcome} view={view} nowMs={nowMs} onAcknowledge={onAcknowledge} />
    );
  }
  return <Ready view={view} camera={camera} stream={stream} nowMs={nowMs} onLanguage={onLanguage} />;
}
