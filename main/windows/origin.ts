import path from 'node:path';

/** Everything that a window loads comes from here: no file:// and nothing from any network. */
export const APP_ORIGIN = 'app://gatehouse';

/** Whether an address is one of our own pages, by its parsed origin: a prefix can be imitated. */
export function isOurs(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}` === APP_ORIGIN;
  } catch {
    return false;
  }
}

/** The file that a URL names, or undefined when it is not ours or leads out of `root`. */
export function fileFor(requestUrl: string, root: string): string | undefined {
  let url: URL;
  let pathname: string;
  try {
    url = new URL(requestUrl);
    pathname = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  if (`${url.protocol}//${url.host}` !== APP_ORIGIN || pathname.includes('\0')) return undefined;
  const file = path.normalize(path.join(root, pathname));
  return file.startsWith(root + path.sep) ? file : undefined;
}
