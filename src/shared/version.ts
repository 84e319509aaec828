/** The program's version; a test holds it against package.json. */
export const SANAD_VERSION = '0.1.0'
