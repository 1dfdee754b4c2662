/** Largest file that is read, packed or not, in bytes. */
export const FILE_BYTES_MAX = 64 * 2 ** 20;
/** Most bytes that a packed file may unpack to. */
export const TEXT_BYTES_MAX = 64 * 2 ** 20;
/** Most elements of one file. */
export const ELEMENTS_MAX = 1_000_000;
/** How deep elements may lie inside each other; formulas are handled by recursion. */
export const NESTING_MAX = 50;
