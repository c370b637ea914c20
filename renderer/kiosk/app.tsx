import type { i18n } from 'i18next';
import { useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { KioskBridge } from '../../preload/contract.ts';
import type { FrameWorker } from '../camera/tap.ts';
import { directionOf } from '../shared/i18n.ts';
import type { Player } from '../shared/sounds.ts';
import { Leave, useLeaveAsked } from './leave.tsx';
import { Screen } from './screen.tsx';
import { useCamera } from './use-camera.ts';
import { useKioskView } from './use-kiosk-view.ts';
import { useNow } from './use-now.ts';
import { useOutcomeSound } from './use-outcome-sound.ts';

export interface KioskParts {
  readonly bridge: KioskBridge;
  readonly words: i18n;
  readonly player: Player;
  readonly worker: FrameWorker;
}

export function App({ bridge, words, player, worker }: KioskParts) {
  const { view, dismiss } = useKioskView(bridge);
  const camera = useCamera(bridge, worker, view?.camera);
  const nowMs = useNow();
  const [leaveAsked, stay] = useLeaveAsked(bridge);
  useOutcomeSound(player, view);
  const language = view?.language;
  useEffect(() => {
    if (language === undefined) return;
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    void words.changeLanguage(language);
  }, [language, words]);

  if (!view) return null;
  return (
    <I18nextProvider i18n={words}>
      <Screen
        view={view}
        camera={camera.state}
        stream={camera.stream}
        nowMs={nowMs}
        onAcknowledge={(outcomeId) => {
          dismiss(outcomeId);
          void bridge.acknowledge({ outcomeId });
        }}
        onLanguage={(wanted) => void bridge.chooseLanguage({ language: wanted })}
      />
      {leaveAsked && <Leave bridge={bridge} onStay={stay} />}
    </I18nextProvider>
  );
}
