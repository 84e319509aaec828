/** How long a roll-call may be: lines of a list, malformed ones included. */
export const MOST_LINES = 60_000
/** A longer line is no name and no query that a person wrote; in UTF-16 code units. */
export const LONGEST_LINE = 300
/** Columns of a list that can be chosen. */
export const MOST_COLUMNS = 256
/** Pasted text, in UTF-16 code units. */
export const LONGEST_PASTE = 5_000_000
/** A larger file is no list of this many lines; bytes. */
export const LARGEST_LIST_FILE = 64 * 1024 * 1024
