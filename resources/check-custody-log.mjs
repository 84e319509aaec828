#!/usr/bin/env node
// Checks a custody log that Sanad exported: node check-custody-log.mjs FILE [--entries N --fingerprint "xxxx xxxx …"]
//
// It shares no code with Sanad and needs nothing but Node.js. How the log is made: docs/formats/custody-log.md.
// Prints one sentence. Exit status: 0 the log holds, 1 it does not, 2 it could not be checked.
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

class Broken extends Error {}

function readArguments(argv) {
  const given = {}
  for (let at = 0; at < argv.length; at++) {
    const name = argv[at]
    if (name === '--entries' || name === '--fingerprint') given[name.slice(2)] = argv[++at] ?? ''
    else if (given.file === undefined && !name.startsWith('--')) given.file = name
    else throw new Error(`“${name}” is not understood.`)
  }
  if (given.file === undefined)
    throw new Error('Usage: node check-custody-log.mjs FILE [--entries N --fingerprint "xxxx xxxx …"]')
  if ((given.entries === undefined) !== (given.fingerprint === undefined))
    throw new Error('--entries and --fingerprint belong together: the fingerprint is that of the last of so many entries.')
  if (given.entries === undefined) return { file: given.file }
  const digits = given.fingerprint.replace(/\s/g, '').toLowerCase()
  if (!/^[1-9]\d*$/.test(given.entries)) throw new Error('--entries takes the number of entries that was noted.')
  if (!/^[0-9a-f]{16,64}$/.test(digits)) throw new Error('--fingerprint takes at least 16 digits of the hash that was noted.')
  return { file: given.file, noted: { entries: Number(given.entries), digits } }
}

/** The lines of a file as bytes, one after another, however large it is. */
function* linesOf(file) {
  const handle = openSync(file, 'r')
  try {
    const buffer = Buffer.alloc(1 << 20)
    let rest = []
    for (;;) {
      const size = readSync(handle, buffer, 0, buffer.length, null)
      if (size === 0) break
      let start = 0
      for (let end = buffer.indexOf(10); end >= 0 && end < size; end = buffer.indexOf(10, start)) {
        yield Buffer.concat([...rest, buffer.subarray(start, end)])
        rest = []
        start = end + 1
      }
      if (start < size) rest.push(Buffer.from(buffer.subarray(start, size)))
    }
    if (rest.length > 0) yield Buffer.concat(rest)
  } finally {
    closeSync(handle)
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of a line; a carriage return that a mail program put before the line feed does no harm. */
function textOf(bytes, number) {
  try {
    return utf8.decode(bytes).replace(/\r$/, '')
  } catch {
    throw new Broken(`Line ${number} is not UTF-8: the file was saved in another encoding, or damaged.`)
  }
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value)

/** The one spelling of a value that is hashed. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.keys(value).sort()
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

function readEntry(text, number) {
  let entry
  try {
    entry = JSON.parse(text)
  } catch {
    throw new Broken(`Line ${number} is not JSON: it was changed, cut off, or saved in another encoding.`)
  }
  if (!isObject(entry) || !Number.isSafeInteger(entry.seq)) throw new Broken(`Line ${number} is not an entry of a custody log.`)
  return entry
}

/** Throws Broken when the entry on this line does not hold. */
function checkEntry(text, number, before, noted) {
  const entry = readEntry(text, number)
  const { hash, ...hashed } = entry
  const expected = before.seq + 1
  if (entry.seq !== expected)
    throw new Broken(
      `Line ${number} holds entry ${entry.seq} where entry ${expected} should stand: entries were removed, put in or moved.`
    )
  if (canonical(entry) !== text || createHash('sha256').update(canonical(hashed), 'utf8').digest('hex') !== hash)
    throw new Broken(`Line ${number}: entry ${entry.seq} was changed after it was written.`)
  if (entry.previous !== before.hash)
    throw new Broken(
      `Line ${number}: entry ${entry.seq} does not follow from the one before it: one of the two was changed or put in.`
    )
  if (noted?.entries === entry.seq && !hash.startsWith(noted.digits))
    throw new Broken(`Entry ${entry.seq} is not the one whose fingerprint was noted: the log was written anew.`)
  return { seq: entry.seq, hash }
}

function check({ file, noted }) {
  let head = { seq: 0, hash: '0'.repeat(64) }
  const claimed = {}
  let number = 0
  for (const bytes of linesOf(file)) {
    number += 1
    const text = textOf(bytes, number)
    if (number === 1 && !text.startsWith('#') && !text.startsWith('{'))
      throw new Broken('The file does not begin as a custody log: it is another file, or was saved in another encoding.')
    const claim = head.seq === 0 ? /^# (entries|last hash|archive): (\S+)$/.exec(text) : null
    if (claim) claimed[claim[1]] = claim[2]
    if (!text.startsWith('#')) head = checkEntry(text, number, head, noted)
  }
  if (head.seq === 0) throw new Broken('There is no entry in this file.')
  const end = Number(claimed.entries ?? head.seq)
  if (end !== head.seq)
    throw new Broken(
      `The log ends with entry ${head.seq}, and the head of the file says ${end}: entries at the end are missing or were added.`
    )
  if ((claimed['last hash'] ?? head.hash) !== head.hash)
    throw new Broken('The last entry is not the one that the head of the file names.')
  if (noted && noted.entries > head.seq)
    throw new Broken(`The log ends with entry ${head.seq}; a fingerprint was noted for entry ${noted.entries}.`)
  return { ...head, archive: claimed.archive, isEndKnown: claimed.entries !== undefined || noted !== undefined }
}

function main() {
  try {
    const asked = readArguments(process.argv.slice(2))
    const { seq, hash, archive, isEndKnown } = check(asked)
    const fingerprint = hash.slice(0, 32).replace(/(.{4})(?=.)/g, '$1 ')
    const whose = archive === undefined ? '' : ` of archive ${archive}`
    const end = isEndKnown
      ? ''
      : ' The file does not say where the log ends: whether entries are missing after the last one can not be told.'
    console.log(
      `The log${whose} holds: ${seq} ${seq === 1 ? 'entry' : 'entries'}, none changed, moved or missing. Its fingerprint is ${fingerprint}.${end}`
    )
    return 0
  } catch (error) {
    if (error instanceof Broken) {
      console.log(`The log does not hold. ${error.message}`)
      return 1
    }
    console.error(error instanceof Error ? error.message : String(error))
    return 2
  }
}

process.exitCode = main()
