/** A shift at the made-up gate. */
import type { Ask, CallName } from '../../../preload/contract.ts';
import type { handOverCalls, HandOverView } from '../../../preload/handover-views.ts';

type HandOverCall = keyof typeof handOverCalls & CallName<'desk'>;
export type HandOverAnswers = { readonly [N in HandOverCall]: (ask: Ask<'desk', N>) => unknown };
const HOUR = 3_600_000;

export const handOverAnswers = (nowMs: number): HandOverAnswers => ({
  getHandOver: ({ span }): HandOverView => ({
    fromMs: nowMs - (span === 'last' ? 11 : Number(span)) * HOUR,
    toMs: nowMs,
    cameIn: 63,
    wentOut: 51,
    wentOutByRule: 2,
    refused: [
      { code: 'induction_ended', count: 4 },
      { code: 'unknown_badge', count: 2 },
    ],
    overrides: 1,
    releases: 3,
    undone: 1,
    forced: 0,
    held: 2,
    passes: 2,
    messages: 1,
    cleared: 3,
    notes: [{ atMs: nowMs - 10 * HOUR, text: 'Lamp at the goods gate is out.' }],
    toLookAt: 4,
    inside: ['Amina Diallo', 'Tomasz Kowalczyk', 'Priya Raman'].map((name, at) => ({
      workerId: `w-${at}`,
      name,
      sinceMs: nowMs - (at + 1) * HOUR,
    })),
  }),
  handOver: () => ({ fault: null }),
});
