import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FORMATS } from '#engine/extract/formats'
import type { ExtractedDocument, FoundMember } from '#engine/extract/job'
import { openPackedText, wholeText } from '#engine/text/stored-text'

/** A golden folder: a source and what reading it is expected to give. */
export type GoldenCase = Readonly<{ name: string; source: string; fileName: string; expected: string }>

/** The formats of the table that have golden folders, and the cases of character sets. */
export function goldenFormats(): string[] {
  const root = join(import.meta.dirname, '../fixtures')
  return ['charset', ...Object.keys(FORMATS)].filter((format) => existsSync(join(root, format)))
}

/** The cases under `tests/fixtures/<format>`, in alphabetical order. */
export function goldenCases(formats: readonly string[]): GoldenCase[] {
  const root = join(import.meta.dirname, '../fixtures')
  return formats.flatMap((format) =>
    readdirSync(join(root, format))
      .sort()
      .map((name) => {
        const folder = join(root, format, name)
        const fileName = readdirSync(folder).find((file) => file.startsWith('source.'))
        if (fileName === undefined) throw new Error(`${folder} has no source`)
        return { name: `${format}/${name}`, source: join(folder, fileName), fileName, expected: join(folder, 'expected.json') }
      })
  )
}

/** The expectation of a case; with `UPDATE_FIXTURES` set it is first written anew from `found`. */
export function expectationOf(golden: GoldenCase, found: unknown): unknown {
  if (process.env.UPDATE_FIXTURES) writeFileSync(golden.expected, `${JSON.stringify(found, null, 2)}\n`)
  if (!existsSync(golden.expected))
    throw new Error(`${golden.name} has no expected.json: run npm run fixtures:update and read the diff`)
  return JSON.parse(readFileSync(golden.expected, 'utf8'))
}

/** What a golden file holds of an extracted document: everything, with texts unpacked and long ones cut; `spool` is where its members lie. */
export function readable(document: ExtractedDocument, spool?: string): unknown {
  const { text, textBytes: _bytes, index, members, ...rest } = document
  const { blocks, all } = text === null ? { blocks: [], all: '' } : wholeText(openPackedText(text))
  return {
    ...rest,
    members: members.slice(0, 40).map((member) => readableMember(member, spool)),
    blocks: blocks.slice(0, 40),
    blockCount: blocks.length,
    allText: (text?.all ?? null) === null ? null : all.split('\n').slice(0, 60),
    index: { title: index.title, people: index.people, body: index.body.slice(0, 200), rest: index.rest.slice(0, 600) }
  }
}

/** A member with the beginning of its bytes in place of the name of the file that holds them. */
function readableMember(member: FoundMember, spool: string | undefined): unknown {
  if (member.kind === 'refused' || spool === undefined) return member
  const { file, ...rest } = member
  return { ...rest, begins: readFileSync(join(spool, file)).subarray(0, 120).toString('latin1') }
}
