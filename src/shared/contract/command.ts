import type * as v from 'valibot'

/** Where a command runs: the window process itself, the engine's reading connection, or its single writing one. */
export type Place = 'main' | 'read' | 'write'

/** A command of the contract. */
export type CommandRow<S extends v.GenericSchema, P extends Place, Out> = Readonly<{ input: S; place: P; output?: Out }>

/** Declares a command; `Out` exists for the compiler only. */
export function command<Out>() {
  return <S extends v.GenericSchema, P extends Place>(place: P, input: S): CommandRow<S, P, Out> => ({ input, place })
}
