import { expect, test } from 'vitest'
import { sweepVocabulary } from '#engine/search/sweep-vocabulary'
import { nearestTerms } from '#engine/search/vocabulary'
import { tokenize } from '#shared/text/tokenize'
import { addDocuments, newArchive } from '#tests/support/archive'

/**
 * Typing errors, the word that was meant, and the words of an archive that stand near: with how many of ten thousand real documents in
 * 20 languages each stands in. All counts are divided alike below, so that the proportions stay.
 */
const ERRORS: readonly (readonly [typed: string, meant: string, near: Readonly<Record<string, number>>])[] = [
  ['netwrok', 'network', { network: 1403, networks: 374, networkd: 49, netwerk: 24, netbook: 2, netsro: 2, newrow: 1 }],
  ['secruity', 'security', { security: 1101, securite: 81, gsecurity: 38, recruit: 8, recruits: 7, securita: 2 }],
  ['Sicherhiet', 'sicherheit', { sicherheit: 51, sicherheits: 23, secherheet: 3 }],
  ['sécurtié', 'securite', { securite: 81, security: 1101, secure: 612, securise: 12, sectie: 5, segurte: 3 }],
  ['کاریر', 'کاربر', { کاربر: 38, کاری: 27, کارگر: 3, کار: 115, کاریگر: 2, کری: 68, کریں: 57, کافی: 46, ساری: 48 }],
  ['اطلاعت', 'اطلاعات', { اطلاعات: 59, اطلاع: 19, اطاعت: 18, اطلاعی: 3, اطلعت: 1, اقلاع: 13, الایت: 12 }],
  ['صفخه', 'صفحه', { صفحه: 67, نفخه: 1 }],
  ['debain', 'debian', { debian: 2536, detail: 584, domain: 552, deban: 5, desain: 5, demain: 4, remain: 231, debsign: 133 }],
  ['documment', 'document', { document: 943, documents: 608, documento: 96, dokument: 79, documenti: 32, documnet: 2 }],
  ['enviroment', 'environment', { environment: 914, environments: 379, enviament: 4, henvironment: 1 }],
  ['Konfigurtion', 'konfiguration', { konfiguration: 76, configuration: 1474, konfiguartion: 1, konfigurations: 13 }],
  ['instalation', 'installation', { installation: 968, instalacion: 70, installations: 164, instalator: 6, instigation: 1 }],
  ['پرونه', 'پرونده', { پروژه: 24, پرونده: 8, پلرونه: 3, مرونه: 4, پروانه: 2, پرواه: 2, گروه: 68, نمونه: 50, یرونه: 1 }],
  ['conection', 'connection', { connection: 740, connections: 395, convention: 232, collection: 221, conexion: 46 }]
]
const DIVIDED_BY = 4

test('fourteen typing errors find what was meant at the first or second place', () => {
  const archive = newArchive()
  const documents = new Map<string, number>()
  for (const [, , near] of ERRORS)
    for (const [word, count] of Object.entries(near)) documents.set(word, Math.ceil(count / DIVIDED_BY))
  const texts = Array.from({ length: Math.max(...documents.values()) }, (_, i) =>
    [...documents].flatMap(([word, count]) => (i < count ? [word] : [])).join(' ')
  )
  addDocuments(
    archive,
    texts.map((text) => ({ text }))
  )
  for (const isSwept of [false, true]) {
    if (isSwept) for (const _step of sweepVocabulary(archive.db));
    const missed = ERRORS.filter(([typed, meant]) => {
      const term = tokenize(typed)[0]?.term ?? ''
      return !nearestTerms(archive.db, term, { limit: 2 }).some((found) => found.term === tokenize(meant)[0]?.term)
    })
    expect(missed.map(([typed]) => typed)).toEqual([])
  }
})
