import { closeSync, fsyncSync, openSync, readFileSync, renameSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as v from 'valibot'
import type { Log } from '#main/log'

export type JsonFile<T> = Readonly<{
  /** The value now: as read at the start, or as last written. */
  read: () => T
  /** Replaces the value at once and the file soon after, whole or not at all. Never throws; trouble goes to the log. */
  write: (value: T) => void
  /** Resolves when everything written has reached the disk, or has been given up. */
  flush: () => Promise<void>
}>

/**
 * A small JSON file of the program's own, checked against `schema`. Reads once, synchronously, since the first window depends on it.
 * A missing file is the schema's default for `{}`; a damaged one is put aside as `….bad` and the default is used.
 */
export function openJsonFile<S extends v.GenericSchema>(file: string, schema: S, log: Log): JsonFile<v.InferOutput<S>> {
  let value = readChecked(file, schema, log)
  let waiting = false
  let writing: Promise<void> = Promise.resolve()

  const writeOut = async (): Promise<void> => {
    waiting = false
    try {
      await replaceFile(file, `${JSON.stringify(value, null, 2)}\n`)
    } catch (error) {
      log.error('a settings file could not be written', error)
    }
  }
  return {
    read: () => value,
    write: (next) => {
      value = next
      // Quick changes (a pane being dragged) become one write of the last value.
      if (waiting) return
      waiting = true
      writing = writing.then(writeOut)
    },
    flush: () => writing
  }
}

function readChecked<S extends v.GenericSchema>(file: string, schema: S, log: Log): v.InferOutput<S> {
  let text: string | undefined
  try {
    text = readFileSync(file, 'utf8')
    return v.parse(schema, JSON.parse(text))
  } catch (error) {
    if (text !== undefined || !isMissing(error)) {
      log.error('a settings file could not be read; its defaults are used', error)
      putAside(file, log)
    }
    return v.parse(schema, {})
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function putAside(file: string, log: Log): void {
  try {
    renameSync(file, `${file}.bad`)
  } catch (error) {
    log.error('a damaged settings file could not be put aside', error)
  }
}

/** Subtle: the bytes reach the disk before the name does, so a crash leaves the old file or the new one, never half of either. */
async function replaceFile(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const temporary = `${file}.new`
  const handle = await open(temporary, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, file)
  syncFolder(dirname(file))
}

function syncFolder(folder: string): void {
  // Windows has no such call, and makes the rename durable by itself.
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
