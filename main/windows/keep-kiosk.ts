import type { BrowserWindow, Input } from 'electron';

export interface KeepKioskParts {
  /** The program ends: every window may close. */
  readonly isLeaving: () => boolean;
  /** Somebody wants out: ask for a PIN. */
  readonly onLeaveAsked: () => void;
}

/** G9: a full-screen kiosk closes, shrinks and reloads for nobody who has not typed a PIN. */
export function keepKiosk(window: BrowserWindow, { isLeaving, onLeaveAsked }: KeepKioskParts): void {
  window.on('close', (event) => {
    if (isLeaving()) return;
    event.preventDefault();
    onLeaveAsked();
  });
  window.on('leave-full-screen', () => {
    if (!isLeaving() && !window.isDestroyed()) window.setFullScreen(true);
  });
  window.on('minimize', () => {
    if (!isLeaving()) window.restore();
  });
  window.webContents.on('before-input-event', (event, input) => {
    const way = wayOut(input);
    if (way === undefined) return;
    event.preventDefault();
    if (way === 'ask' && input.type === 'keyDown') onLeaveAsked();
  });
}

/** `ask`: a way out that staff know; `stop`: keys that would take the page away or open tools; undefined: any other key. */
export function wayOut({
  key,
  control,
  meta,
  alt,
  shift,
}: Pick<Input, 'key' | 'control' | 'meta' | 'alt' | 'shift'>): 'ask' | 'stop' | undefined {
  const letter = key.toLowerCase();
  const command = control || meta;
  if (letter === 'escape' || (alt && letter === 'f4') || (command && (letter === 'w' || letter === 'q'))) return 'ask';
  if (letter === 'f11' || letter === 'f5' || letter === 'f12') return 'stop';
  if (command && (letter === 'r' || letter === 'n' || letter === 'p' || letter === 'm' || letter === 'h'))
    return 'stop';
  if (command && shift && (letter === 'i' || letter === 'j' || letter === 'c')) return 'stop';
  return alt && (letter === 'arrowleft' || letter === 'arrowright') ? 'stop' : undefined;
}
