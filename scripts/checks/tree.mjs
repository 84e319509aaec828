// The files that belong to the project: what git tracks, and what would be added with the next commit.
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { inProject, projectDir } from '../setup/paths.mjs'

/** Paths of all files of the project, relative to its folder. Needs git. */
export function projectFiles() {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const paths = execFileSync('git', args, { cwd: projectDir, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 }).split('\0')
  return paths.filter((path) => path !== '' && statSync(inProject(path), { throwIfNoEntry: false })?.isFile())
}

/** The text of a file, or undefined when it holds a NUL byte: then it is binary. */
export function textOf(path) {
  const bytes = readFileSync(inProject(path))
  return bytes.includes(0) ? undefined : bytes.toString('utf8')
}

/** The number of the line that holds the character at `index`. */
export const lineAt = (text, index) => text.slice(0, index).split('\n').length
