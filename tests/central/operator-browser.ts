import { ADMIN_TOKEN, type RunningCentral } from './running-central.ts';

/** A browser as far as this page needs one: it keeps the cookie and sends forms. */
export function browser({ url }: RunningCentral) {
  let cookie = '';
  const ask = async (path: string, form?: Record<string, string>, origin: { cookie: string } = { cookie }) => {
    const answer = await fetch(url + path, {
      redirect: 'manual',
      headers: { cookie: origin.cookie },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    const set = answer.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0] ?? '';
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const look = async () => (await ask('/operator')).text;
  return {
    ask,
    look,
    cookie: () => cookie,
    signIn: (token = ADMIN_TOKEN) => ask('/operator/sign-in', { token }),
    form: async () => /name="form" value="([^"]+)"/.exec(await look())?.[1] ?? '',
  };
}
