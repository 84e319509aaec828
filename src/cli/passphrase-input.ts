/**
 * How the command line is told a passphrase: from a file, or typed. Never as an argument: those are seen by everybody on the computer, and kept by
 * the shell.
 */
import { readFileSync } from 'node:fs'
import { UsageError } from '#cli/arguments'
import { SanadError } from '#shared/errors'

/** Whence passphrases are read; `file` is an option's value, which goes before the environment. */
export type PassphraseSource = Readonly<{ file: string | undefined; variable: string; option: string }>

const LARGEST_FILE = 64 * 1024

/**
 * The first line of the file named by the option or the variable; else what is typed at the terminal, twice when it `isNew`. Throws UsageError
 * where there is neither, and SanadError `archive-locked` where that means that an archive stays locked.
 */
export async function readPassphrase(source: PassphraseSource, prompt: string, isNew: boolean): Promise<string> {
  const file = source.file ?? process.env[source.variable]
  if (file !== undefined && file !== '') return firstLine(file)
  if (!process.stdin.isTTY) {
    const how = `Give its passphrase with --${source.option} FILE or ${source.variable}.`
    throw isNew ? new UsageError(how) : new SanadError('archive-locked', `The archive is locked. ${how}`)
  }
  const typed = await typedLine(prompt)
  if (isNew && (await typedLine('The same again: ')) !== typed)
    throw new UsageError('The two are not the same. Nothing was changed.')
  if (typed === '') throw new UsageError('An empty passphrase is none.')
  return typed
}

function firstLine(file: string): string {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`The passphrase can not be read from ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const [line = ''] = text
    .slice(0, LARGEST_FILE)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
  if (line === '') throw new UsageError(`The first line of ${file} is empty: that is no passphrase.`)
  return line
}

const ENTER = /[\r\n]/
const END = '\u0003'
const BACK = /[\u0008\u007f]/

/** A line from the terminal that is not shown while it is typed. */
function typedLine(prompt: string): Promise<string> {
  const { stdin, stderr } = process
  // Before it is asked: what is typed at once must not be shown either.
  stdin.setRawMode(true)
  stderr.write(prompt)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve, reject) => {
    let line: string[] = []
    const end = (): void => {
      stdin.off('data', take)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
    }
    const take = (text: string): void => {
      for (const letter of text) {
        if (letter === END) {
          end()
          reject(new UsageError('It was ended before a passphrase was typed.'))
          return
        }
        if (ENTER.test(letter)) {
          end()
          resolve(line.join(''))
          return
        }
        if (BACK.test(letter)) line = line.slice(0, -1)
        else line.push(letter)
      }
    }
    stdin.on('data', take)
  })
}
