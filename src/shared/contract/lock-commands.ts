/** The passphrase of an archive: setting, changing and removing it; locking and unlocking. */
export const lockCommands = {} as const
