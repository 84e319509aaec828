import { expect, test } from 'vitest'
import { otherScriptCandidates } from '#engine/names/other-script-candidates'
import { listSoundingTerms } from '#engine/names/sounding-terms'
import { indexText } from '#shared/text/index-text'
import { addDocuments, newArchive } from '#tests/support/archive'
import { NAME_PAIRS } from '#tests/support/name-pairs'

/** An archive in which every name of the list stands once, in both scripts. */
function archiveOfNames() {
  const archive = newArchive()
  addDocuments(archive, [
    { text: NAME_PAIRS.map(([arabic]) => arabic).join('، ') },
    { text: NAME_PAIRS.map(([, latin]) => latin).join(', ') }
  ])
  return archive.db
}

test('of every name the other script’s spelling is among the first five proposals', () => {
  const db = archiveOfNames()
  const missed: string[] = []
  let first = 0
  const tried = NAME_PAIRS.flatMap(([arabic, latin]) => [
    { from: arabic, to: latin, script: 'latin' as const },
    { from: latin, to: arabic, script: 'arabic' as const }
  ])
  for (const { from, to, script } of tried) {
    const wanted = indexText(to)
    const found = listSoundingTerms(db, indexText(from), script, { limit: 5 }).map(({ term }) => term)
    if (found[0] === wanted) first++
    if (!found.includes(wanted)) missed.push(`${from} → ${to}: ${found.join(' ')}`)
  }
  const share = (n: number): number => n / tried.length
  const report = `recall at 5 ${share(tried.length - missed.length).toFixed(3)}, at 1 ${share(first).toFixed(3)}\n${missed.join('\n')}`
  expect(NAME_PAIRS.length).toBeGreaterThanOrEqual(100)
  expect(share(tried.length - missed.length), report).toBeGreaterThanOrEqual(0.99)
  expect(share(first), report).toBeGreaterThanOrEqual(0.8)
})

test('a query word is offered what it is in other scripts, and nothing that merely begins alike', () => {
  const db = archiveOfNames()
  expect(otherScriptCandidates(db, 'khavaran').map(({ term }) => term)).toContain('خاوران')
  expect(otherScriptCandidates(db, 'خاوران').map(({ term }) => term)).toEqual(
    expect.arrayContaining(['khavaran', 'xavaran', 'khawaran'])
  )
  expect(otherScriptCandidates(db, 'khavaran').map(({ term }) => term)).not.toContain('خراسانی')
  expect(otherScriptCandidates(db, '1988')).toEqual([])
  expect(otherScriptCandidates(db, 'to')).toEqual([])
})
