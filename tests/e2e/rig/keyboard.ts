import type { ElectronApplication } from 'playwright';

/** Types a text into a window as a keyboard-type scanner does: every key within a few milliseconds, Enter at the end. */
export function typeAsScanner(app: ElectronApplication, window: 'kiosk' | 'desk', text: string): Promise<void> {
  return app.evaluate(
    // In a turn of its own: Playwright may step in while main is within a query.
    async ({ webContents }, { window, text }) => {
      await new Promise((resolve) => setImmediate(resolve));
      const contents = webContents.getAllWebContents().find((each) => each.getURL().endsWith(`/${window}.html`));
      const press = (keyCode: string, shift: boolean): void => {
        const modifiers: ['shift'] | [] = shift ? ['shift'] : [];
        contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
        if (keyCode.length === 1) contents?.sendInputEvent({ type: 'char', keyCode, modifiers });
        contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
      };
      const shifted = '~!@#$%^&*()_+{}|:"<>?';
      for (const character of text)
        press(character === ' ' ? 'Space' : character, /[A-Z]/.test(character) || shifted.includes(character));
      press('Enter', false);
    },
    { window, text },
  );
}
