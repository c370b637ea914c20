import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { fuzzBadges } from './run.ts';

const { seed, count } = z.object({ seed: z.number().int(), count: z.number().int() }).parse(workerData);
parentPort?.postMessage(fuzzBadges(seed, count));
