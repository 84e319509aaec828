/** The executable of the Electron runtime that the set-up chose. Throws when the set-up has not run. */
export declare function electronPath(): string
