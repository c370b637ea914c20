import type { Central } from '../central.ts';
import type { Device } from '../store/store.ts';
import { publish } from '../sync/publish.ts';

/** Tells the gates of the device's place by which key they know it on their own network. The same key again tells nobody. */
export function publishPeerKey(central: Central, device: Device, publicKey: string): Promise<void> {
  return central.store.write(async (rows) => {
    // Between the asking and this, the device may have been revoked.
    const now = await rows.devices.device(device.id);
    if (!now || now.revokedAtMs !== null) return;
    const { id, gateId, locationId } = now;
    await publish(rows, 'peer', { id, gateId, locationId, publicKey }, central.now());
  });
}
