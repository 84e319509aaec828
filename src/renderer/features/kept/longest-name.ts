/** The longest name of a saved search, in UTF-16 code units. */
export const LONGEST_NAME = 120
