/** The custody log. */
export const custodyCommands = {} as const
