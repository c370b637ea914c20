import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { ROOT } from '../../../scripts/paths.ts';
import { laySerialCable } from '../../../scripts/serial-cable.ts';

const moveSchema = z.object({ atMs: z.number(), relay: z.number(), on: z.boolean(), bytesHex: z.string() });
export type RelayMove = z.infer<typeof moveSchema>;

/** A relay board that speaks the bytes of a real one, at the far end of a serial cable. */
export interface SimulatedDoor {
  /** The port that the gate opens. */
  readonly path: string;
  /** Every move of a relay so far, with the bytes that ordered it. */
  readonly moves: () => RelayMove[];
  readonly fault: (name: string) => void;
  /** Closes or opens the circuit of an input, from 1. */
  readonly input: (number: number, closed: boolean) => void;
  readonly pullCable: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function simulateDoor(folder: string, driver: 'lcus' | 'modbus-rtu' = 'lcus'): Promise<SimulatedDoor> {
  const cable = await laySerialCable(folder);
  const record = path.join(folder, 'door.ndjson');
  const args = ['native/simulator/door.ts', '--port', cable.deviceEnd, '--driver', driver, '--record', record];
  const board = spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: board.stdout });
  await once(lines, 'line');
  return {
    path: cable.appEnd,
    moves: () =>
      (existsSync(record) ? readFileSync(record, 'utf8') : '')
        .split('\n')
        .filter(Boolean)
        .map((line) => moveSchema.parse(JSON.parse(line))),
    fault: (name) => void board.stdin.write(`fault ${name}\n`),
    input: (number, closed) => void board.stdin.write(`input ${number} ${closed ? 'on' : 'off'}\n`),
    pullCable: cable.cut,
    async stop() {
      board.kill();
      if (board.exitCode === null && board.signalCode === null) await once(board, 'exit');
      await cable.cut();
    },
  };
}
