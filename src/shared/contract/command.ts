import type * as v from 'valibot'

/** Where a command runs: the window process itself, the engine's reading connection, its single writing one, or the one that cares for the archive in the background. */
export type Place = 'main' | 'read' | 'write' | 'care'

/** A command of the contract. */
export type CommandRow<S extends v.GenericSchema, P extends Place, Out> = Readonly<{ input: S; place: P; output?: Out }>

/** Declares a command; `Out` exists for the compiler only. */
export function command<Out>() {
  return <S extends v.GenericSchema, P extends Place>(place: P, input: S): CommandRow<S, P, Out> => ({ input, place })
}
