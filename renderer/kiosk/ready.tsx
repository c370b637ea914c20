import { useEffect, useRef } from 'react';
import type { CameraState, KioskView } from '../../preload/views.ts';
import { formatTime } from '../shared/format.ts';
import { directionOf, ownName, useWords } from '../shared/i18n.ts';
import { BadgeToScanner } from './badge-to-scanner.tsx';
import type { KioskWord } from './words/en.ts';

interface ReadyProps {
  readonly view: KioskView;
  readonly camera: CameraState;
  readonly stream?: MediaStream | undefined;
  readonly nowMs: number;
  readonly onLanguage: (language: string) => void;
}

/** What to do, by what the camera is doing; a trouble with it is said in plain words beside. */
const SENTENCES: Readonly<Record<CameraState, { readonly sentence: KioskWord; readonly trouble?: KioskWord }>> = {
  off: { sentence: 'ready.scanner' },
  starting: { sentence: 'ready.starting' },
  live: { sentence: 'ready.camera' },
  missing: { sentence: 'camera.next', trouble: 'camera.missing' },
  busy: { sentence: 'camera.next', trouble: 'camera.busy' },
  denied: { sentence: 'camera.next', trouble: 'camera.denied' },
  dark: { sentence: 'camera.next', trouble: 'camera.dark' },
  stalled: { sentence: 'camera.next', trouble: 'camera.stalled' },
};

export function Ready({ view, camera, stream, nowMs, onLanguage }: ReadyProps) {
  const say = useWords<KioskWord>();
  const { sentence, trouble } = SENTENCES[view.camera.enabled ? camera : 'off'];
  const reading = view.screen === 'reading';
  return (
    <main className="ready" data-reading={reading}>
      <section className="ready-words">
        <header className="ready-site">
          <span className="ready-name">{view.siteName}</span>
          <time className="ready-time">{formatTime(nowMs, view.timeZone)}</time>
        </header>
        <div aria-live="polite">
          {trouble && !reading && <p className="ready-trouble">{say(trouble)}</p>}
          <h1 className="ready-sentence">{say(reading ? 'reading' : sentence)}</h1>
        </div>
        <footer className="ready-foot">
          {!view.online && <Offline view={view} />}
          <Languages view={view} onLanguage={onLanguage} />
        </footer>
      </section>
      <section className="ready-aim">
        {stream && <Picture stream={stream} isMirrored={view.camera.tune?.mirror ?? true} />}
        {stream || sentence === 'ready.starting' ? (
          <span className="ready-frame" aria-hidden="true" />
        ) : (
          <BadgeToScanner />
        )}
      </section>
    </main>
  );
}

function Offline({ view }: Pick<ReadyProps, 'view'>) {
  const say = useWords<KioskWord>();
  const since = view.offlineSinceMs;
  return (
    <p className="ready-offline">
      {since === undefined ? say('offline') : say('offline.since', { time: formatTime(since, view.timeZone) })}
    </p>
  );
}

function Languages({ view, onLanguage }: Pick<ReadyProps, 'view' | 'onLanguage'>) {
  const say = useWords<KioskWord>();
  if (view.languages.length < 2) return null;
  return (
    <nav className="ready-languages" aria-label={say('languages')}>
      {view.languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          dir={directionOf(language)}
          aria-pressed={language === view.language}
          onClick={() => onLanguage(language)}
        >
          {ownName(language)}
        </button>
      ))}
    </nav>
  );
}

/** Mirrored, unless somebody wants it otherwise, so that a hand moves the way that it is seen to move. */
function Picture({ stream, isMirrored }: { readonly stream: MediaStream; readonly isMirrored: boolean }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={video}
      className="ready-picture"
      data-mirrored={isMirrored}
      autoPlay
      muted
      playsInline
      disablePictureInPicture
    />
  );
}
