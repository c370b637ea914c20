import type { DeviceSettingsView, DeviceSetup } from '../../../preload/device-views.ts';
import type { Plugged } from './use-plugged.ts';

/** What every form of the devices page stands on. */
export interface FormProps {
  readonly setup: DeviceSetup;
  readonly plugged: readonly Plugged[];
  readonly drivers: DeviceSettingsView['drivers'];
  /** Undefined as long as the setup is as it was saved: a trial then tries what is saved. */
  readonly unsaved: DeviceSetup | undefined;
  readonly onChange: (setup: DeviceSetup) => void;
}
