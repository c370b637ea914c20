/** What stands for a photo: the first letters of the first and the last part of a name. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter((_, at, parts) => at === 0 || at === parts.length - 1)
    .map((part) => [...part][0] ?? '')
    .join('');
