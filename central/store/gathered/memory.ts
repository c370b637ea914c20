/** What is known of each entity, by a key. */
export function memory<V>(): { readonly of: (entity: string) => Map<string, V> } {
  const byEntity = new Map<string, Map<string, V>>();
  return {
    of: (entity) => {
      const found = byEntity.get(entity) ?? new Map<string, V>();
      byEntity.set(entity, found);
      return found;
    },
  };
}
