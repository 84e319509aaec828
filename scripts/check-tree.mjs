// Checks what linters do not look at: what files may say, how large they are, licences, and that documents name what exists.
import { statSync } from 'node:fs'
import { checkLicences } from './checks/licences.mjs'
import { checkLockfile, checkMentionedScripts, checkScripts } from './checks/manifests.mjs'
import { checkSupply } from './checks/supply.mjs'
import { checkText } from './checks/text-rules.mjs'
import { projectFiles, textOf } from './checks/tree.mjs'
import { inProject } from './setup/paths.mjs'

const largestBinary = 2 ** 20

function checkFile(path) {
  const text = textOf(path)
  if (text !== undefined) return [...checkText(path, text), ...checkMentionedScripts(path, text)]
  const { size } = statSync(inProject(path))
  return size > largestBinary ? [`${path} is a binary file of ${(size / 2 ** 20).toFixed(1)} MB; the limit is 1 MB`] : []
}

const problems = [
  ...projectFiles().flatMap(checkFile),
  ...checkLockfile(),
  ...checkScripts(),
  ...checkSupply(),
  ...checkLicences()
]
for (const problem of problems) process.stderr.write(`${problem}\n`)
process.exitCode = problems.length === 0 ? 0 : 1
