import { make } from './dom.ts';
import { initialsOf } from '../shared/initials.ts';

/** Each is asked for once: the gate's Wi-Fi is shared by all phones, and drawing the list anew fetches nothing. */
const kept = new Map<string, HTMLImageElement>();
const missing = new Set<string>();

/** Large enough to know somebody by, at arm's length and in the dark; initials where there is none. */
export function photoOf({ name, photo }: { readonly name: string; readonly photo?: string | undefined }): HTMLElement {
  if (photo === undefined || missing.has(photo)) return initials(name);
  const image = kept.get(photo) ?? make('img', 'photo');
  if (!kept.has(photo)) {
    kept.set(photo, image);
    image.loading = 'lazy';
    image.alt = '';
    image.addEventListener('error', () => {
      missing.add(photo);
      image.replaceWith(initials(name));
    });
    image.src = `photo/${photo}`;
  }
  return image;
}

function initials(name: string): HTMLElement {
  const element = make('span', 'photo', initialsOf(name));
  element.setAttribute('aria-hidden', 'true');
  return element;
}
