/** Cases of the commands of the contract, in one state of the program: each is answered, and the state is brought about again after it. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Sender } from '#main/ipc/sender'
import { type CommandName, commands, type Reply } from '#shared/contract'
import { contentsAt } from '#tests/support/electron-objects'
import { CASES, type Case, eachCase, report, SEED } from '#tests/support/fuzz/cases'
import { almostFitting, fitting, junk } from '#tests/support/fuzz/inputs-for'
import { IN_LETTERS, type Program } from '#tests/support/fuzz/program'

export type State = 'no archive' | 'plain' | 'unlocked' | 'locked' | 'read-only'

const PASSPHRASE = 'seven stones in a quiet river'
const NAMES = Object.keys(commands) as CommandName[]
/** Samples are made so many at a time: making one costs what making twenty does. */
const BLOCK = 20
const KINDS: readonly ((schema: (typeof commands)[CommandName]['input']) => fc.Arbitrary<unknown>)[] = [
  fitting,
  almostFitting,
  () => junk
]
const makers = new Map<string, fc.Arbitrary<unknown>>()
const samples = new Map<string, Readonly<{ block: number; made: readonly unknown[] }>>()

function sampleOf(index: number, kind: number, round: number): unknown {
  const { input } = commands[NAMES[index] as CommandName]
  const [key, block] = [`${index} ${kind}`, Math.floor(round / BLOCK)]
  const known = samples.get(key)
  if (known?.block === block) return known.made[round % BLOCK]
  const maker = makers.get(key) ?? (KINDS[kind] ?? fitting)(input)
  makers.set(key, maker)
  const made = fc.sample(maker, { numRuns: BLOCK, seed: SEED + (block * NAMES.length + index) * KINDS.length + kind })
  samples.set(key, { block, made })
  return made[round % BLOCK]
}

/** An input of one of the commands: a right one, one that is wrong in one place, or anything. */
export function commandCase({ number, random }: Case): { name: CommandName; input: unknown } {
  const index = number % NAMES.length
  const input = sampleOf(index, random.next().value % KINDS.length, Math.floor(number / NAMES.length))
  return { name: NAMES[index] as CommandName, input }
}

/** Asks as the window does; what the gate against floods refused is asked again once there is room. */
async function ask({ dispatch }: Program, own: Sender, name: CommandName, input: unknown): Promise<Reply<unknown>> {
  for (;;) {
    const reply = await dispatch(own, name, input)
    if (reply.ok || reply.error.message !== 'too many commands at once') return reply
    await new Promise((done) => setTimeout(done, 200))
  }
}

/** The passphrase of the archive, as commands change it. */
class Passphrase {
  now: string | undefined

  /** Every other time, the right one stands where a passphrase does. */
  give(input: unknown, { random }: Case): unknown {
    if (this.now === undefined || typeof input !== 'object' || input === null || random.next().value % 2) return input
    const given = { ...input } as Record<string, unknown>
    for (const key of ['passphrase', 'current']) if (typeof given[key] === 'string') given[key] = this.now
    return Object.getPrototypeOf(input) === Object.prototype ? given : input
  }

  note(name: CommandName, input: unknown): void {
    const { passphrase, next } = input as { passphrase: string; next: string }
    if (name === 'archive.setPassphrase') this.now = passphrase
    if (name === 'archive.changePassphrase') this.now = next
    if (name === 'archive.removePassphrase') this.now = undefined
  }
}

/** Brings the program into the state, whatever a command made of it. */
async function settle({ archives, remember }: Program, state: State, directory: string, passphrase: Passphrase): Promise<void> {
  const isEncrypted = state === 'unlocked' || state === 'locked'
  const { open, locked } = await archives.state()
  if (state === 'no archive') {
    if (open || locked) await archives.close()
    return remember()
  }
  if (open && open.encrypted === isEncrypted && state !== 'locked') return
  if (locked && state === 'locked') return
  if (!open && !locked) await archives.open(directory, { create: false })
  if ((await archives.state()).locked) await archives.unlock(passphrase.now ?? '')
  if (isEncrypted && passphrase.now === undefined) {
    await archives.setPassphrase(PASSPHRASE)
    passphrase.now = PASSPHRASE
  } else if (!isEncrypted && passphrase.now !== undefined) {
    await archives.removePassphrase(passphrase.now)
    passphrase.now = undefined
  }
  if (state === 'locked') await archives.lock(0)
}

/** Fuzzes every command in one state. Rejects where one is not answered, tells what it may not, or makes a fault of the program. */
export async function fuzzCommands(program: Program, state: State, directory: string): Promise<void> {
  const { contents, mainFrame } = contentsAt('sanad://app/')
  const own: Sender = { sender: contents, senderFrame: mainFrame }
  const passphrase = new Passphrase()
  await settle(program, state, directory, passphrase)
  let refusals = 0
  const target = `commands, ${state}`
  const cases = await eachCase(target, async (one) => {
    const { name, input } = commandCase(one)
    const given = passphrase.give(input, one)
    try {
      const reply = await ask(program, own, name, given)
      if (reply.ok) passphrase.note(name, given)
      else refusals++
      if (state === 'locked' || state === 'no archive') expect(JSON.stringify(reply)).not.toMatch(IN_LETTERS)
      await settle(program, state, directory, passphrase)
      expect(program.faults).toEqual([])
    } catch (error) {
      throw new Error(`${name} with ${describeInput(given)}`, { cause: error })
    }
  })
  report({ target, wanted: CASES, cases, refusals })
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
}

function describeInput(input: unknown): string {
  try {
    return JSON.stringify(input, (_, value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : value)).slice(0, 500)
  } catch {
    return String(input)
  }
}
