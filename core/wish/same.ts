/** Whether two values of JSON say the same; a field that is undefined is no field. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const fields = (value: object): string[] => Object.keys(value).filter((key) => fieldOf(value, key) !== undefined);
  const [inA, inB] = [fields(a), fields(b)];
  return inA.length === inB.length && inA.every((key) => isSame(fieldOf(a, key), fieldOf(b, key)));
}

const fieldOf = (value: object, key: string): unknown => (value as Readonly<Record<string, unknown>>)[key];
