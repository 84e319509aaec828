/** Verifying the archive, its snapshots, and mending what is damaged. */
export const integrityCommands = {} as const
