const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A device's or a library's own words, cut to what an event holds and made well-formed: canonical JSON refuses half characters. */
export const detailOf = (words: string): string => words.slice(0, 500).replaceAll(LONE_SURROGATE, '\uFFFD');
