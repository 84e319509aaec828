/** Threat 13: what is typed can not become SQL or FTS5 syntax, whoever types it and wherever. */
import * as v from 'valibot'
import { beforeEach, describe, expect, test } from 'vitest'
import { createNames } from '#engine/names/changing'
import type { Archive } from '#engine/open'
import { createTag } from '#engine/organise/tagging'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import { rows, value } from '#engine/store/statement'
import { searchRequestSchema } from '#shared/model/search'
import { addDocuments, newArchive } from '#tests/support/archive'

/** What people who want to break a database type. */
const INJECTIONS = [
  "'; DROP TABLE document; --",
  '"; DELETE FROM fts; --',
  "' OR '1'='1",
  "') OR 1=1 --",
  "x' UNION SELECT sql FROM sqlite_master --",
  "'||(SELECT group_concat(name) FROM sqlite_master)||'",
  "'; ATTACH DATABASE '/tmp/x' AS x; --",
  "'; PRAGMA writable_schema=1; --",
  "load_extension('x')",
  '{title body}: x',
  '- {title} : x',
  'title : x',
  'body : ^x',
  'NEAR(a b, 3)',
  'NEAR("a" "b")',
  '"a" + "b"',
  '^"a"',
  'a* b*',
  '"unclosed',
  'fts MATCH "x"',
  'rank MATCH "bm25(10.0)"',
  "INSERT INTO fts(fts) VALUES('delete-all')",
  "fts5vocab('fts','row')",
  "x'); INSERT INTO fts(fts, rank) VALUES('rank', 'bm25(1)'); --",
  '\u0000; DROP TABLE document',
  '\ud800',
  '%27%20OR%201%3D1',
  '?1 ?2 :a @b $c',
  '/* x */ -- y',
  'NULL',
  '0x27',
  'char(39)',
  '\\x27',
  '＇ OR ＇1＇=＇1',
  'ʼ OR 1=1'
]
const FIELDS = [
  'title',
  'author',
  'publisher',
  'from',
  'to',
  'name',
  'tag',
  'lang',
  'type',
  'folder',
  'path',
  'file',
  'has',
  'is'
]
const MORE_FIELDS = ['size', 'pages', 'date', 'before', 'after']

let archive: Archive
beforeEach(() => {
  archive = newArchive()
  addDocuments(archive, [
    { title: 'A letter', text: 'The kingfisher at the weir.' },
    { title: 'DROP TABLE', text: 'Bobby; DROP TABLE document' }
  ])
})

const search = (query: string) =>
  runSearch(archive.db, new TextCache(), v.parse(searchRequestSchema, { query, filter: {}, typing: false }))

/** What the archive is made of, as SQLite says it. */
const schema = (): unknown => rows(archive.db, 'SELECT type, name, sql FROM sqlite_master ORDER BY name')

describe('threat 13: what would be SQL or FTS5', () => {
  test('in a query, in every field of it and in brackets, is words: answered, and nothing is changed', () => {
    const before = schema()
    const fields = ['', '-', ...[...FIELDS, ...MORE_FIELDS].map((field) => `${field}:`)]
    for (const text of INJECTIONS) {
      for (const field of fields) {
        for (const query of [`${field}${text}`, `${field}"${text}"`, `${field}(${text})`, `kingfisher OR ${field}${text}`])
          expect(() => search(query), query).not.toThrow()
      }
    }
    expect(schema()).toEqual(before)
    expect(value(archive.db, 'SELECT count(*) FROM document')).toBe(2)
    expect(value(archive.db, 'SELECT count(*) FROM fts')).toBe(2)
    expect(archive.db.pragma('quick_check', { simple: true })).toBe('ok')
    expect(search('kingfisher').total).toBe(1)
  })

  test('does not widen what is found', () => {
    for (const query of ["kingfisher' OR '1'='1", 'kingfisher") OR ("bobby', "tag:x' OR '1'='1", 'folder:"x\') OR 1=1 --"'])
      expect(search(query).total, query).toBeLessThanOrEqual(1)
  })

  test('in a tag or on a name card is a name like any other', () => {
    const labels = INJECTIONS.filter((text) => !/[\0\ud800]/.test(text)).map((text, at) => `${text} n${at}`)
    for (const label of labels) {
      createTag(archive.db, label, undefined)
      createNames(archive.db, [{ kind: 'person', label, spellings: [{ text: label, origin: 'typed' }] }])
      expect(() => search(`tag:"${label}" OR name:"${label}"`), label).not.toThrow()
    }
    expect(value(archive.db, 'SELECT count(*) FROM document')).toBe(2)
  })
})
