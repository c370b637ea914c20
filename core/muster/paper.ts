/**
 * How often who is inside goes on paper, in minutes; null: never. What this gate was told goes before what the location wants.
 * @param own undefined: as the location wants; null: this gate makes none
 */
export const paperEveryMinutes = (own: number | null | undefined, ofLocation: number | null): number | null =>
  own === undefined ? ofLocation : own;
