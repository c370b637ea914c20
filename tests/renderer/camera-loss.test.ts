import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CameraReport, createCamera } from '../../renderer/camera/camera.ts';
import { chooseCamera } from '../../renderer/camera/choose.ts';
import { lightAfter, retryDelayMs } from '../../renderer/camera/health.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const BRIGHT = 120;

/** A USB hub: cameras are plugged in, pulled out and seized by others; tracks end as they would. */
class Hub extends EventTarget {
  readonly plugged = new Map<string, { readonly label: string; fault?: string; rateHz?: number }>();
  readonly running = new Set<EventTarget & { deviceId: string }>();
  readonly opened: string[] = [];
  readonly wishes: MediaTrackConstraints[] = [];

  plug(deviceId: string, label: string, extra: { fault?: string; rateHz?: number } = {}): void {
    this.plugged.set(deviceId, { label, ...extra });
    this.dispatchEvent(new Event('devicechange'));
  }

  pull(deviceId: string): void {
    this.plugged.delete(deviceId);
    for (const track of [...this.running].filter((each) => each.deviceId === deviceId)) {
      this.running.delete(track);
      track.dispatchEvent(new Event('ended'));
    }
    this.dispatchEvent(new Event('devicechange'));
  }

  async enumerateDevices() {
    return [...this.plugged].map(([deviceId, { label }]) => ({ kind: 'videoinput', deviceId, label }));
  }

  async getUserMedia({ video }: { video: { deviceId?: { exact: string } } }) {
    const deviceId = video.deviceId?.exact ?? '';
    const camera = this.plugged.get(deviceId);
    if (!camera) throw new DOMException('', 'NotFoundError');
    if (camera.fault) throw new DOMException('', camera.fault);
    this.opened.push(deviceId);
    const track = Object.assign(new EventTarget(), {
      deviceId,
      stop: () => this.running.delete(track),
      getSettings: () => ({ frameRate: camera.rateHz ?? 30 }),
      getConstraints: () => ({}),
      getCapabilities: () => ({}),
      applyConstraints: async (wish: MediaTrackConstraints) => void this.wishes.push(wish),
    });
    this.running.add(track);
    return { getVideoTracks: () => [track], getTracks: () => [track] };
  }
}

function start(hub: Hub, wanted: { deviceId?: string; label?: string } = {}) {
  const reports: CameraReport[] = [];
  const camera = createCamera({
    media: hub as unknown as MediaDevices,
    tap: () => () => {},
    nowMs: () => Date.now(),
    onStream: () => {},
    onReport: (report) => reports.push(report),
  });
  camera.want({ enabled: true, ...wanted });
  const frames = async (forMs: number, brightness = BRIGHT): Promise<void> => {
    for (let passed = 0; passed < forMs; passed += 250) {
      await vi.advanceTimersByTimeAsync(250);
      camera.pulse(brightness);
    }
  };
  return { camera, reports, frames, states: () => reports.map((report) => report.state), last: () => reports.at(-1) };
}

test('a camera is live once its first frame is there, and its name and the choice are reported', async () => {
  const hub = new Hub();
  hub.plug('c1', 'Gate camera');
  const { frames, states, last } = start(hub);
  await frames(250);
  expect(states()).toEqual(['starting', 'live']);
  expect(last()).toEqual({
    state: 'live',
    deviceId: 'c1',
    label: 'Gate camera',
    choices: [{ deviceId: 'c1', label: 'Gate camera' }],
    offers: { torch: false, focus: [], sizes: [] },
  });
});

test.each([
  ['NotReadableError', 'busy'],
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['AbortError', 'busy'],
])('a refusal by %s is told as %s', async (fault, state) => {
  const hub = new Hub();
  hub.plug('c1', 'Gate camera', { fault });
  const { last } = start(hub);
  await vi.advanceTimersByTimeAsync(0);
  expect(last()?.state).toBe(state);
});

test('with no camera nothing is opened; one that is plugged in later is taken at once', async () => {
  const hub = new Hub();
  const { frames, last, camera } = start(hub);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(last()?.state).toBe('missing');
  hub.plug('c1', 'Gate camera');
  await vi.advanceTimersByTimeAsync(400);
  camera.pulse(BRIGHT);
  expect(last()?.state).toBe('live');
  await frames(1_000);
  expect(hub.opened).toEqual(['c1']);
});

test('a camera that is free again is taken without anybody doing anything', async () => {
  const hub = new Hub();
  hub.plug('c1', 'Gate camera', { fault: 'NotReadableError' });
  const { last, frames } = start(hub);
  await vi.advanceTimersByTimeAsync(60_000);
  hub.plugged.set('c1', { label: 'Gate camera' });
  await frames(31_000);
  expect(last()?.state).toBe('live');
});

test('two seconds without a frame are a stall: the camera is let go and taken again', async () => {
  const hub = new Hub();
  hub.plug('c1', 'Gate camera');
  const { frames, states, camera } = start(hub);
  await frames(3_000);
  await vi.advanceTimersByTimeAsync(2_600);
  expect(states().at(-1)).toBe('stalled');
  expect(hub.running.size).toBe(0);
  await vi.advanceTimersByTimeAsync(1_000);
  camera.pulse(BRIGHT);
  expect(states().at(-1)).toBe('live');
  expect(hub.opened).toEqual(['c1', 'c1']);
});

test('a pulled camera is replaced by what there is, and wins its place back', async () => {
  const hub = new Hub();
  hub.plug('spare', 'Spare');
  hub.plug('chosen', 'Gate camera');
  const { frames, last } = start(hub, { deviceId: 'chosen', label: 'Gate camera' });
  await frames(1_000);
  hub.pull('chosen');
  await vi.advanceTimersByTimeAsync(400);
  await frames(1_000);
  expect(last()).toMatchObject({ state: 'live', deviceId: 'spare' });
  hub.plug('other-socket', 'Gate camera');
  await vi.advanceTimersByTimeAsync(400);
  await frames(1_000);
  expect(last()).toMatchObject({ state: 'live', deviceId: 'other-socket' });
  expect(hub.running.size).toBe(1);
});

test('a camera that has gone dark says so, and says so no more when the light is back', async () => {
  const hub = new Hub();
  hub.plug('c1', 'Gate camera');
  const { frames, states } = start(hub);
  await frames(1_000);
  await frames(3_000, 18);
  await frames(500);
  expect(states()).toEqual(['starting', 'live', 'dark', 'live']);
});

test('the settings learning which camera is in use does not restart it', async () => {
  const hub = new Hub();
  hub.plug('c1', 'Gate camera');
  const { frames, camera } = start(hub);
  await frames(500);
  camera.want({ enabled: true, deviceId: 'c1', label: 'Gate camera' });
  await frames(500);
  expect(hub.opened).toEqual(['c1']);
});

test('a camera that is tuned goes on as it is, with the new wish; one that is opened anew is opened with it', async () => {
  const hub = new Hub();
  hub.plug('c1', 'Gate camera');
  const { frames, camera } = start(hub);
  await frames(500);
  const size = { width: 640, height: 480 };
  camera.want({ enabled: true, tune: { size } });
  await frames(500);
  expect(hub.opened).toEqual(['c1']);
  const wish = expect.objectContaining({ width: { ideal: 640 }, height: { ideal: 480 } });
  expect(hub.wishes.at(-1)).toEqual(wish);
  const before = hub.wishes.length;
  hub.pull('c1');
  hub.plug('c1', 'Gate camera');
  await vi.advanceTimersByTimeAsync(1_000);
  expect(hub.opened).toEqual(['c1', 'c1']);
  expect(hub.wishes.slice(before)).toContainEqual(wish);
});

test('a camera that is switched off is let go', async () => {
  const hub = new Hub();
  hub.plug('c1', 'Gate camera');
  const { frames, camera, last } = start(hub);
  await frames(500);
  camera.want({ enabled: false });
  expect(hub.running.size).toBe(0);
  expect(last()?.state).toBe('off');
});

test('a camera too slow at full HD is asked for 720p', async () => {
  const hub = new Hub();
  hub.plug('c1', 'Gate camera', { rateHz: 5 });
  const { frames } = start(hub);
  await frames(500);
  expect(hub.wishes).toContainEqual(expect.objectContaining({ width: { ideal: 1280 }, height: { ideal: 720 } }));
});

describe('the pure parts', () => {
  const choices = [
    { deviceId: 'a', label: 'One' },
    { deviceId: 'b', label: 'Two' },
  ];
  test.each([
    ['by id', { deviceId: 'b' }, 'b'],
    ['by id before name', { deviceId: 'b', label: 'One' }, 'b'],
    ['by name when the id is new', { deviceId: 'x', label: 'Two' }, 'b'],
    ['any, when neither is there', { deviceId: 'x', label: 'y' }, 'a'],
    ['any, when nothing was chosen', {}, 'a'],
  ] as const)('a camera is chosen %s', (_, wanted, expected) => {
    expect(chooseCamera(wanted, choices)?.deviceId).toBe(expected);
  });

  test('the pause between tries doubles from one second to half a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map(retryDelayMs)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  test('a hand over the lens for a second is not a dark room', () => {
    const covered = lightAfter(lightAfter({ dark: false }, 17, 0), 17, 1_000);
    expect(covered.dark).toBe(false);
    expect(lightAfter(covered, 100, 1_100)).toEqual({ dark: false });
  });
});
