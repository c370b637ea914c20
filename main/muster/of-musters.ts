/** Word for word as in the index of roll calls, or SQLite would read the whole journal. */
export const OF_MUSTERS = `type in ('muster.started', 'muster.marked', 'muster.ended')`;
