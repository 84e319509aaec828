/**
 * What a verification and the threads that hash for it have in common: memory that all of them see. Whoever is free takes the next
 * original of one list, so that a large file keeps one thread busy and not the others waiting.
 */
import { type Judgement, OriginalJudge } from '#engine/integrity/judge-original'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { Originals } from '#engine/originals/originals'

const SHA256_BYTES = 32

export type HashShare = Readonly<{
  directory: string
  /** Of an encrypted archive. */
  keys: ArchiveKeys | null
  /** As `Originals` takes it. */
  isConverting: boolean
  /** SHA-256 after SHA-256. */
  wanted: Uint8Array
  /** For each what was found, as one of `JUDGEMENTS` counted from 1; 0: nothing yet. */
  found: Uint8Array
  /** The next to be taken; and 1 when all are to end. */
  turn: Int32Array
}>

const [NEXT, END] = [0, 1]
const JUDGEMENTS: readonly Judgement[] = ['ok', 'changed', 'missing', 'unreadable', 'not-a-file']

export type SharedPlace = Pick<HashShare, 'directory' | 'keys' | 'isConverting'>

export function newShare({ directory, keys, isConverting }: SharedPlace, all: readonly Uint8Array[]): HashShare {
  const wanted = new Uint8Array(new SharedArrayBuffer(all.length * SHA256_BYTES))
  for (const [at, sha256] of all.entries()) wanted.set(sha256, at * SHA256_BYTES)
  return {
    directory,
    keys,
    isConverting,
    wanted,
    found: new Uint8Array(new SharedArrayBuffer(all.length)),
    turn: new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
  }
}

/** Takes one original after another and judges it, until none is left or all are to end. */
export async function hashShare(share: HashShare): Promise<void> {
  const judge = judgeOf(share)
  for (let at = takeNext(share); at < share.found.length && !isEnded(share); at = takeNext(share)) await judgeAt(share, judge, at)
}

/** Judges, here, whatever was taken by a thread that died and never answered: an original that nobody read must not pass for one that was. */
export async function hashLeft(share: HashShare): Promise<void> {
  const judge = judgeOf(share)
  for (let at = share.found.indexOf(0); at >= 0 && !isEnded(share); at = share.found.indexOf(0, at + 1))
    await judgeAt(share, judge, at)
}

const judgeOf = ({ directory, keys, isConverting }: SharedPlace): OriginalJudge =>
  new OriginalJudge(new Originals(directory, keys, isConverting))

async function judgeAt(share: HashShare, judge: OriginalJudge, at: number): Promise<void> {
  // A copy: memory that others can write is not what anything is to be held against.
  const sha256 = share.wanted.slice(at * SHA256_BYTES, (at + 1) * SHA256_BYTES)
  const judgement = await judge.judge(sha256, { rest: () => !isEnded(share) }, () => undefined)
  if (judgement !== undefined) share.found[at] = JUDGEMENTS.indexOf(judgement) + 1
}

const takeNext = ({ turn }: HashShare): number => Atomics.add(turn, NEXT, 1)
const isEnded = ({ turn }: HashShare): boolean => Atomics.load(turn, END) === 1

/** Has everybody end after the piece of a file that is read now. */
export const endShare = ({ turn }: HashShare): void => void Atomics.store(turn, END, 1)

/** What was found of the original at this place of the list; undefined: it was not read to its end. */
export const judgementAt = ({ found }: HashShare, at: number): Judgement | undefined => JUDGEMENTS[(found[at] ?? 0) - 1]
