import { describe, expect, test } from 'vitest'
import { roomFor } from '#engine/extract/room'
import { Budget } from '#engine/import/budget'
import { MemberFolders } from '#engine/import/member-folders'
import type { SourceFolder } from '#engine/import/walk'

const folder: SourceFolder = { path: '/home/a', name: 'a', parent: null }
const place = { path: '/source/old.zip', folder }
const member = (relation: 'entry' | 'attachment' | 'message') =>
  ({ kind: 'document', file: '1', sizeBytes: 1, path: '', relation, declared: null, modifiedAt: null }) as const

const levels = (of: SourceFolder): number => (of.parent === null ? 0 : 1 + levels(of.parent))

describe('the folder of what an archive holds', () => {
  test('is the archive, or a folder in it, made once', () => {
    const folders = new MemberFolders(place, new Budget(roomFor(1)))
    expect(folders.of(member('entry'), 'a.txt')).toMatchObject({ path: '/source/old.zip', isContainer: true })
    const inner = folders.of(member('entry'), 'letters/1988/a.txt')
    expect(inner).toMatchObject({ path: '/source/old.zip/letters/1988', name: '1988' })
    expect(folders.of(member('entry'), 'letters/1988/b.txt')).toBe(inner)
    expect(folders.of(member('attachment'), 'x/b.txt')).toBe(folder)
    expect(folders.of(member('message'), 'Re: x/b.eml').path).toBe('/source/old.zip')
  })

  test('is never deeper than people make them', () => {
    const folders = new MemberFolders(place, new Budget(roomFor(1)))
    expect(levels(folders.of(member('entry'), `${'d/'.repeat(490)}a.txt`))).toBe(33)
  })

  test('is one that is there when an archive has more than fit', () => {
    const folders = new MemberFolders(place, new Budget(roomFor(1)))
    const made = new Set<SourceFolder>()
    for (let at = 0; at < 60_000; at++) made.add(folders.of(member('entry'), `${at}/a.txt`))
    expect(made.size).toBe(50_001)
  })
})
