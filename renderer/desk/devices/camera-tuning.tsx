import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CameraTune } from '../../../preload/camera-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useSaving } from '../settings/preferences.tsx';
import { SelectField } from './fields.tsx';

type Size = NonNullable<CameraTune['size']>;
const REGIONS = ['whole', 'middle'] as const;
const sizeName = ({ width, height }: Size): string => `${width}x${height}`;

/** What the camera in use offers beyond a picture. A change is in force at once, so that it can be seen on the kiosk. */
export function CameraTuning(): ReactNode {
  const { say, bridge, status } = useDesk();
  const save = useSaving();
  const { offers, tune = {} } = status.camera;
  if (!offers) return <p className="soft">{say('camera.none')}</p>;
  const change = (next: Partial<CameraTune>): void => save(bridge.tuneCamera({ ...tune, ...next }));
  const { size: _, ...unsized } = tune;
  return (
    <div className="fields">
      {offers.torch && (
        <Switch
          className="switch"
          size="md"
          label={say('camera.torch')}
          description={say('camera.torchHint')}
          checked={tune.torch ?? false}
          onChange={(event) => change({ torch: event.currentTarget.checked })}
        />
      )}
      {offers.focus.length > 1 && (
        <SelectField
          label={say('camera.focus')}
          place="camera.tune.focus"
          value={tune.focus ?? 'continuous'}
          options={offers.focus.map((value) => ({ value, label: say(`camera.focuses.${value}`) }))}
          onChange={(focus) => change({ focus })}
        />
      )}
      {offers.sizes.length > 1 && (
        <SelectField
          label={say('camera.size')}
          place="camera.tune.size"
          hint={offers.size && say('camera.sizeNow', offers.size)}
          value={tune.size ? sizeName(tune.size) : 'auto'}
          options={[
            { value: 'auto', label: say('camera.sizes.auto') },
            ...offers.sizes.map((size) => ({ value: sizeName(size), label: say('camera.sizes.one', size) })),
          ]}
          onChange={(name) => {
            const size = offers.sizes.find((one) => sizeName(one) === name);
            save(bridge.tuneCamera(size ? { ...unsized, size } : unsized));
          }}
        />
      )}
      <SelectField
        label={say('camera.region')}
        hint={say('camera.regionHint')}
        place="camera.tune.region"
        value={tune.region ?? 'whole'}
        options={REGIONS.map((value) => ({ value, label: say(`camera.regions.${value}`) }))}
        onChange={(region) => change({ region })}
      />
      <Switch
        className="switch"
        size="md"
        label={say('camera.mirror')}
        description={say('camera.mirrorHint')}
        checked={tune.mirror ?? true}
        onChange={(event) => change({ mirror: event.currentTarget.checked })}
      />
    </div>
  );
}
