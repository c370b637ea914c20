/** What all acts can be narrowed to. `checked_in`: the comings in of those who are inside now (B4). */
export const ACCESS_STATUS = ['checked_in', 'checked_out', 'refused'] as const;
export type AccessStatus = (typeof ACCESS_STATUS)[number];
