/**
 * What scanners put around a text, in the order in which they put it: a serial frame's STX and stray line ends; the AIM symbology
 * identifier (`]`, a letter, a digit: ISO/IEC 15424, for instance `]Q1`); an ECI announcement as typed (`\000026` is UTF-8); a byte
 * order mark, also one that was read as Latin-1.
 */
const BEFORE = /^[\u0002\t\r\n\uFEFF]*(?:\][A-Za-z][0-9])?(?:\\[0-9]{6})?(?:\uFEFF|\u00EF\u00BB\u00BF)?/;
/** Enter, Tab, ETX and EOT, in any number. Spaces stay: a Base45 text may end with one. */
const AFTER = /[\u0003\u0004\t\r\n]+$/;

/**
 * The text of a code without what a scanner adds. Nothing inside is touched, and each prefix is taken off once: an `]Q1` that is
 * part of the code stays. A card read with and without these settings thus gives the same text.
 */
export const stripFraming = (raw: string): string => raw.replace(BEFORE, '').replace(AFTER, '');
