// What is already known to be in order, kept inside node_modules so that it goes away together with what it speaks about.
// Each entry is a content key: when anything it was computed from changes, the check runs again.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inProject } from './paths.mjs'

const file = inProject('node_modules', '.sanad-setup.json')
const remembered = 8

const read = () => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Missing or damaged: nothing is known, everything is checked again.
    return {}
  }
}

/** Whether `check` has passed before with this very key. */
export const isKnownGood = (check, key) => read()[check]?.includes(key) ?? false

/** Remembers that `check` passed with this key. The last few keys stay, so that two Node versions do not push each other out. */
export function rememberGood(check, key) {
  const state = read()
  const keys = (state[check] ?? []).filter((known) => known !== key)
  state[check] = [key, ...keys].slice(0, remembered)
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(state, null, 2))
  renameSync(draft, file)
}

/** Name, size and time of change of a file, as part of a key; `-` where there is no such file. */
export function fileKey(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat ? `${path}:${stat.size}:${stat.mtimeMs}` : `${path}:-`
}
