import { Button, NativeSelect, SegmentedControl, Slider, useMantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ownName } from '../../shared/i18n.ts';
import { useDesk } from '../data/desk.tsx';
import { ToneShape } from '../parts/tone.tsx';
import { DESK_LANGUAGES } from '../words/words.ts';

/** Tells staff how a change went: quietly where it took, with a next step where it did not. */
export function useSaving(): (done: Promise<unknown>) => void {
  const { say } = useDesk();
  return (done) => {
    done.then(
      () => notifications.show({ message: say('app.saved'), autoClose: 2000 }),
      () => notifications.show({ message: say('app.notSaved'), color: 'refused' }),
    );
  };
}

export function LanguageChoice(): ReactNode {
  const { bridge, language, say } = useDesk();
  const save = useSaving();
  return (
    <SegmentedControl
      className="choice"
      size="md"
      aria-label={say('settings.language')}
      value={language}
      data={DESK_LANGUAGES.map((value) => ({ value, label: ownName(value) }))}
      onChange={(value) => save(bridge.chooseLanguage({ language: value }))}
    />
  );
}

export function AppearanceChoice(): ReactNode {
  const { say } = useDesk();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      className="choice"
      size="md"
      aria-label={say('settings.appearance')}
      value={colorScheme}
      data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: say(`settings.themes.${value}`) }))}
      onChange={(value) => setColorScheme(value as 'auto' | 'light' | 'dark')}
    />
  );
}

const DEFAULT_VOLUME = 0.7;

export function VolumeChoice(): ReactNode {
  const { bridge, say, status } = useDesk();
  const save = useSaving();
  const { volume } = status;
  const audible = useRef(volume || DEFAULT_VOLUME);
  useEffect(() => {
    if (volume > 0) audible.current = volume;
  }, [volume]);
  const keep = (next: number): void => save(bridge.setVolume({ volume: next }));
  const isMuted = volume === 0;
  const SpeakerIcon = isMuted ? IconVolume : IconVolumeOff;
  return (
    <>
      <div className="volume">
        <VolumeSlider key={volume} volume={volume} onChosen={keep} />
        <Button
          variant="default"
          leftSection={<SpeakerIcon size={20} aria-hidden="true" />}
          onClick={() => keep(isMuted ? audible.current : 0)}
        >
          {say(isMuted ? 'settings.unmute' : 'settings.mute')}
        </Button>
      </div>
      <div aria-live="polite">
        {isMuted && (
          <div className="strip" data-tone="warn">
            <ToneShape tone="warn" />
            <p>
              <strong>{say('settings.mutedTitle')}</strong> {say('settings.mutedNext')}
            </p>
          </div>
        )}
      </div>
    </>
  );
}

interface VolumeSliderProps {
  readonly volume: number;
  readonly onChosen: (volume: number) => void;
}

function VolumeSlider({ volume, onChosen }: VolumeSliderProps): ReactNode {
  const { say } = useDesk();
  const [percent, setPercent] = useState(Math.round(volume * 100));
  return (
    <>
      <Slider
        className="volume-slider"
        thumbLabel={say('settings.volume')}
        thumbSize={28}
        size="lg"
        min={0}
        max={100}
        step={5}
        label={null}
        value={percent}
        onChange={setPercent}
        onChangeEnd={(chosen) => onChosen(chosen / 100)}
      />
      <span className="number volume-value">{percent} %</span>
    </>
  );
}

export function CameraChoice(): ReactNode {
  const { bridge, say, status } = useDesk();
  const save = useSaving();
  const { camera } = status;
  const chosen = camera.enabled ? (camera.deviceId ?? camera.choices[0]?.deviceId ?? '') : '';
  const isThere = chosen === '' || camera.choices.some(({ deviceId }) => deviceId === chosen);
  return (
    <NativeSelect
      size="md"
      aria-label={say('settings.camera')}
      value={chosen}
      onChange={(event) => save(bridge.chooseCamera({ deviceId: event.currentTarget.value || null }))}
      data={[
        ...camera.choices.map(({ deviceId, label }) => ({ value: deviceId, label })),
        ...(isThere ? [] : [{ value: chosen, label: say('settings.cameraMissing', { name: camera.label ?? chosen }) }]),
        { value: '', label: say('settings.cameraOff') },
      ]}
    />
  );
}
