/** The cable pulled in the middle of pulses, a thousand times for every family, on virtual time: what the clock says is exact. */
import { describe, expect, test } from 'vitest';
import { deviceFault } from '../../../native/fault.ts';
import { bench, DRIVERS } from './board-bench.ts';

const PULLS = 1000;
const PULSE_MS = 1000;
const STEP_MS = 10;
const MISSING = deviceFault('port_missing', 'not there');

/** A number from 0 to 1 that depends on the seed alone (mulberry32's mixing). */
function chance(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

describe.for(DRIVERS)('%s', (driver) => {
  test('leaves no second pulse, no relay on for 1 s after its return, and is up within 3 s', () => {
    const { port, line, clock, relays, trace, after } = bench(driver);
    let opens = 0;
    let plugged = true;
    const worst = { onAfterReturnMs: 0, recoveryMs: 0 };

    /** Runs on; the port opens whenever the host tries to, if the cable is in. */
    const run = (ms: number, each: () => void = () => {}) => {
      for (let passed = 0; passed < ms; passed += STEP_MS) {
        if (port.opens() > opens) {
          opens = port.opens();
          if (plugged) port.opened();
          else port.gone(MISSING);
        }
        clock.advance(STEP_MS);
        each();
      }
    };

    run(1000);
    for (let pull = 1; pull <= PULLS; pull++) {
      after(0);
      const from = trace.length;
      line.pulse(`r${pull}`, 'd1', PULSE_MS);
      run(chance(pull) * PULSE_MS * 1.2);
      plugged = false;
      port.gone(deviceFault('port_lost', 'bad file descriptor'));
      run(chance(pull + 7919) * 8000);
      plugged = true;
      const returned = clock.nowMs();
      let up = false;
      run(4000, () => {
        const sinceMs = clock.nowMs() - returned;
        if (relays().includes(true)) worst.onAfterReturnMs = Math.max(worst.onAfterReturnMs, sinceMs);
        if (up || !trace.slice(from).includes('d1 up')) return;
        up = true;
        worst.recoveryMs = Math.max(worst.recoveryMs, sinceMs);
      });
      const story = trace.slice(from);
      expect(story.filter((what) => what === 'relay 1 ON').length, `pull ${pull}: ${story.join(', ')}`).toBeLessThan(2);
      expect(
        story.filter((what) => what.startsWith('d1 down')),
        `pull ${pull}`,
      ).toContain('d1 down port_lost');
      expect(
        story.filter((what) => what.startsWith(`r${pull} `)),
        `pull ${pull}`,
      ).toHaveLength(1);
      expect(up, `pull ${pull}`).toBe(true);
    }
    expect(worst.onAfterReturnMs).toBeLessThan(1000);
    expect(worst.recoveryMs).toBeLessThan(3000);
  });
});
