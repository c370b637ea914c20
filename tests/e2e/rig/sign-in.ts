import type { Page } from 'playwright';
import { demoId } from '../../../central/demo/id.ts';

/** PINs of the demo's accounts at Riverside Tower. */
const PINS = { desk: '1234', supervisor: '5678', administrator: '9137' } as const;
export type DemoUser = keyof typeof PINS;
export const userIdOf = (user: DemoUser): string => demoId(`user/${user}`);

interface Bridge {
  readonly gatehouse: { readonly signInWithPin: (ask: { userId: string; pin: string }) => Promise<{ ok: boolean }> };
}

/** Signs in at the desk as the sign-in dialog does. */
export async function signIn(desk: Page, user: DemoUser, pin: string = PINS[user]): Promise<void> {
  const answer = await desk.evaluate((ask) => (globalThis as unknown as Bridge).gatehouse.signInWithPin(ask), {
    userId: userIdOf(user),
    pin,
  });
  if (!answer.ok) throw new Error(`${user} could not sign in: ${JSON.stringify(answer)}`);
}
