import { BASE_STYLE, escapeHtml, type Page } from './html.ts';

const STYLE = `${BASE_STYLE}
main { max-width: 460px; margin: 0 auto; padding: 20px 16px 40px; display: grid; gap: 16px; }
.brand { color: var(--soft); font-size: 15px; letter-spacing: .02em; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 16px; padding: 16px; display: grid; gap: 16px; }
h1 { font-size: 28px; line-height: 1.2; overflow-wrap: anywhere; }
form { display: grid; gap: 16px; } label { display: grid; gap: 4px; font-weight: 650; }
input { min-height: 48px; padding: 0 12px; border: 1px solid var(--soft); border-radius: 12px; background: var(--paper); color: inherit; font: inherit; }
button { min-height: 56px; border: 0; border-radius: 12px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 650; }
.hint { color: var(--soft); } .fault { color: var(--refused); font-weight: 650; }
`;

export const PASSWORD_FROM_LETTERS = 10;
export const PASSWORD_TO_LETTERS = 200;

export type PasswordFault = 'short' | 'long' | 'differs';
const SAYS: Readonly<Record<PasswordFault, string>> = {
  short: `Use at least ${PASSWORD_FROM_LETTERS} letters. Several words are easy to remember.`,
  long: `Use at most ${PASSWORD_TO_LETTERS} letters.`,
  differs: 'The two passwords differ. Type the same one twice.',
};

export function passwordFault(password: string, again: string): PasswordFault | undefined {
  if (password.length < PASSWORD_FROM_LETTERS) return 'short';
  if (password.length > PASSWORD_TO_LETTERS) return 'long';
  return password === again ? undefined : 'differs';
}

const page = (title: string, inside: string): Page => ({
  title,
  style: STYLE,
  body: `<main>
<p class="brand">Gatehouse</p>
<section class="card">
${inside}
</section>
</main>`,
});

/** @param path where the form goes: the page itself */
export const welcomePage = (name: string, email: string, path: string, fault?: PasswordFault): Page =>
  page(
    'Choose your password',
    `<h1>Choose your password</h1>
<p>Hello <bdi>${escapeHtml(name)}</bdi>. You sign in with <bdi>${escapeHtml(email)}</bdi> and this password.</p>
${fault ? `<p class="fault" role="alert">${SAYS[fault]}</p>` : ''}
<form method="post" action="${escapeHtml(path)}">
<input type="hidden" name="username" value="${escapeHtml(email)}" autocomplete="username">
<label>Password <input type="password" name="password" required minlength="${PASSWORD_FROM_LETTERS}" maxlength="${PASSWORD_TO_LETTERS}" autocomplete="new-password"></label>
<label>The same once more <input type="password" name="again" required autocomplete="new-password"></label>
<button>Save password</button>
</form>
<p class="hint">${SAYS.short}</p>`,
  );

export const welcomedPage = (email: string): Page =>
  page(
    'Password saved',
    `<h1 role="status">Password saved</h1>
<p>At the gate’s desk, choose Sign in and enter <bdi>${escapeHtml(email)}</bdi> with your new password.</p>`,
  );

export const linkEndedPage = (): Page =>
  page(
    'This link has ended',
    `<h1 role="status">This link has ended</h1>
<p>It was used already, or is too old. Ask whoever invited you to invite you once more.</p>`,
  );
