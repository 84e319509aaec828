import { statSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import type { AnswerTo, ExtractAnswer, ExtractJob, Extractor } from '#engine/extract/job'
import type { ExtractProcess } from '#engine/extract/pool/extract-process'
import { type Outcome, Reader } from '#engine/extract/pool/reader'
import type { ProblemCode } from '#shared/model/document'

export type { ExtractProcess }

/** How a pool starts its processes, and the limits of each. */
export type ExtractPoolOptions = Readonly<{
  /** Starts one process; called when a job needs it, and again whenever one is gone. */
  spawn: () => ExtractProcess
  /** Processes at once. */
  size: number
  /** For one job on a file of usual size. Default 30 seconds. Large files and slow work get more (`extraTimeFor`). */
  timeLimitMs?: number
  /** Resident memory of one process. Default 1 GiB. */
  memoryLimitBytes?: number
  /** Size of one answer. Default 512 MiB. */
  answerLimitBytes?: number
  /** Resident memory of a process, undefined when it can not be told. Without it memory is bounded by the process's own heap limit only. */
  residentBytes?: (pid: number) => number | undefined
  /** A process wanted to reach a network by this way, and was refused. */
  onRefused?: (way: string) => void
}>

/** The processes that read untrusted files. */
export type ExtractPool = Extractor &
  Readonly<{
    /** As `run`, job and answer being the bytes of `v8.serialize`: for who only passes them on. Never rejects. */
    runSerialized(job: Uint8Array): Promise<Uint8Array>
    /** Ends all processes, and with them what they hold of files they read; the next job gets a fresh one. Jobs under way answer `refused`. */
    renew(): Promise<void>
    /** Ends all processes for good. Jobs under way answer `refused`. */
    close(): Promise<void>
  }>

const REFUSALS = {
  'timed-out': 'Reading this file took too long and was stopped.',
  'out-of-memory': 'Reading this file took too much memory and was stopped.',
  'reader-crashed': 'The program that reads files stopped while reading this one.',
  'too-large': 'This file holds more text than Sanad can take in at once.'
} as const satisfies Partial<Record<ProblemCode, string>>

/** Two megabytes. */
const LARGE_FILE = 2 * 1024 * 1024

type Waiting = Readonly<{ job: Uint8Array; answer: (outcome: Outcome) => void }>

/**
 * Makes a pool of processes. Each does one job at a time. A job that takes too long or too much memory takes its process with it and
 * nothing else: the next job gets a fresh one. Processes start with the first job that needs them.
 */
export function createExtractPool(options: ExtractPoolOptions): ExtractPool {
  const limits = {
    timeLimitMs: options.timeLimitMs ?? 30_000,
    memoryLimitBytes: options.memoryLimitBytes ?? 1024 ** 3,
    answerLimitBytes: options.answerLimitBytes ?? 512 * 1024 ** 2,
    residentBytes: options.residentBytes ?? (() => undefined),
    onRefused: options.onRefused ?? (() => undefined)
  }
  const idle = Array.from({ length: Math.max(options.size, 1) }, () => new Reader(options.spawn, limits))
  const readers = [...idle]
  const waiting: Waiting[] = []
  let closed = false

  const next = (): void => {
    const reader = waiting.length > 0 ? idle.pop() : undefined
    const work = reader && waiting.shift()
    if (!reader || !work) return
    void reader.run(work.job, limits.timeLimitMs + extraTimeFor(work.job)).then((outcome) => {
      idle.push(reader)
      work.answer(outcome)
      next()
    })
  }

  const submit = (job: Uint8Array): Promise<Outcome> => {
    if (closed) return Promise.resolve('reader-crashed')
    return new Promise((answer) => {
      waiting.push({ job, answer })
      next()
    })
  }

  const endAll = async (): Promise<void> => {
    for (const work of waiting.splice(0)) work.answer('reader-crashed')
    await Promise.all(readers.map((reader) => reader.close()))
  }

  return {
    width: readers.length,
    run: async <J extends ExtractJob>(job: J) => {
      const outcome = await submit(serialize(job))
      const answer: ExtractAnswer = typeof outcome === 'string' ? refusalOf(outcome) : deserialize(outcome)
      if (!isAnswerTo(job, answer)) throw new Error(`The extract process answered ${answer.task} to ${job.task}`)
      return answer
    },
    runSerialized: async (job) => {
      const outcome = await submit(job)
      return typeof outcome === 'string' ? serialize(refusalOf(outcome)) : outcome
    },
    renew: endAll,
    close: async () => {
      closed = true
      await endAll()
    }
  }
}

/** Finding the words in the picture of a page takes half a minute on an old computer, with three languages three times that. */
const OCR_EXTRA_MS = 150_000

/** Reading takes time with the size of the file: what is fair for a page is not for a text of 200 MB. */
function extraTimeFor(bytes: Uint8Array): number {
  const job: ExtractJob = deserialize(bytes)
  return (sizeOf(job.file.path) / LARGE_FILE) * 1000 + (job.task === 'ocr' ? OCR_EXTRA_MS : 0)
}

function sizeOf(file: string): number {
  try {
    const { size } = statSync(file)
    return size < LARGE_FILE ? 0 : size
  } catch {
    // The process will meet the same error and answer it.
    return 0
  }
}

function refusalOf(code: keyof typeof REFUSALS): ExtractAnswer {
  return { task: 'refused', code, message: REFUSALS[code] }
}

function isAnswerTo<J extends ExtractJob>(job: J, answer: ExtractAnswer): answer is AnswerTo<J> {
  return answer.task === job.task || answer.task === 'refused'
}
