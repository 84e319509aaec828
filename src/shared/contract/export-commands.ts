/** Copies that leave the archive. */
export const exportCommands = {} as const
