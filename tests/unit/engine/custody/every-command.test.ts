import { expect, test } from 'vitest'
import { commands } from '#shared/contract'
import { CUSTODY_TOPIC_OF, type CustodyKind } from '#shared/model/custody'

const MARK = 'A mark of the reader, which changes nothing of what the archive holds or says.'
const ASKED = 'It says what the reader looked for, which the log never does.'
const STATE = 'It reads, or steers work whose end is recorded.'
const BESIDE = 'It is not about what an archive holds.'

/** What each command that writes, or that the main process answers, leaves in the custody log; or why it leaves nothing. */
const RECORDS: Readonly<Record<string, readonly CustodyKind[] | string>> = {
  'document.unlock': ['document-unlocked', 'originals-added'],
  'document.setRead': MARK,
  'document.setStarred': MARK,
  'document.correct': ['corrected'],
  'document.setCharset': ['charset-chosen', 'originals-added'],
  'reread.start': ['reread-started', 'originals-added', 'reread-ended'],
  'reread.current': STATE,
  'reread.cancel': STATE,
  'ocr.state': STATE,
  'ocr.pause': STATE,
  'ocr.resume': STATE,
  'ocr.retry': STATE,
  'ocr.setLanguages': ['ocr-languages-chosen'],
  'tags.create': ['tag-created'],
  'tags.rename': ['tag-renamed'],
  'tags.setColor': 'A colour says nothing of a document.',
  'tags.setWarning': ['tag-warning-changed'],
  'tags.merge': ['tag-merged', 'tag-warning-changed'],
  'tags.delete': ['tag-deleted'],
  'tags.undo': ['tag-restored', 'tag-removed', 'tag-warning-changed'],
  'tags.add': ['tag-created', 'tag-added'],
  'tags.remove': ['tag-removed'],
  'names.create': ['card-created'],
  'names.createMany': ['card-created'],
  'names.edit': ['card-changed'],
  'names.addSpellings': ['card-changed'],
  'names.switchSpelling': ['card-changed'],
  'names.removeSpelling': ['card-changed'],
  'names.merge': ['card-merged', 'card-changed'],
  'names.split': ['card-split'],
  'names.delete': ['card-deleted'],
  'names.undo': ['card-restored', 'card-deleted'],
  'rollcall.createPasted': ['rollcall-run'],
  'rollcall.createChosen': ['rollcall-run'],
  'rollcall.run': ['rollcall-run'],
  'rollcall.cancel': STATE,
  'rollcall.current': STATE,
  'rollcall.rename': 'The name of a list is a word of the reader; lists can be erased, and the log can not.',
  'rollcall.delete': ['erased'],
  'rollcall.undelete': 'Nothing was erased, and so nothing recorded.',
  'rollcall.choose': STATE,
  'rollcall.previewChosen': STATE,
  'rollcall.export': ['exported'],
  'savedSearches.save': ASKED,
  'savedSearches.update': ASKED,
  'savedSearches.rename': ASKED,
  'savedSearches.move': ASKED,
  'savedSearches.delete': ASKED,
  'savedSearches.undo': ASKED,
  'savedSearches.look': ASKED,
  'trail.record': ASKED,
  'trail.open': ASKED,
  'trail.setKept': ASKED,
  'trail.clear': ASKED,
  'import.choose': STATE,
  'import.chooseSample': STATE,
  'import.start': ['import-started', 'originals-added', 'import-ended'],
  'import.pause': STATE,
  'import.resume': STATE,
  'import.cancel': STATE,
  'import.current': STATE,
  'import.restart': ['import-started', 'originals-added', 'import-ended'],
  'archive.create': ['archive-created'],
  'archive.state': STATE,
  'archive.open': ['log-begun', 'schema-upgraded', 'import-ended', 'erased'],
  'archive.openRecent': ['log-begun', 'schema-upgraded', 'import-ended', 'erased'],
  'archive.forgetRecent': BESIDE,
  'archive.close': ['erased'],
  'archive.reveal': 'Another program opens at the folder; nothing of the archive changes.',
  'archive.clearRecents': BESIDE,
  'archive.lock': ['erased'],
  'archive.unlock': ['log-begun', 'schema-upgraded', 'import-ended', 'erased'],
  'archive.setPassphrase': ['passphrase-set'],
  'archive.changePassphrase': ['passphrase-changed'],
  'archive.removePassphrase': ['passphrase-removed'],
  'archive.passphraseWork': STATE,
  'window.isCovered': BESIDE,
  'window.isCalm': BESIDE,
  'window.uncover': BESIDE,
  'app.quit': ['erased'],
  'network.refusals': BESIDE,
  'network.ofPage': BESIDE,
  'export.save': ['exported'],
  'export.cancel': STATE,
  'integrity.state': STATE,
  'integrity.verify': ['verified'],
  'integrity.pause': STATE,
  'integrity.resume': STATE,
  'integrity.cancel': STATE,
  'integrity.report': STATE,
  'integrity.takeSnapshot': ['snapshot-taken'],
  'integrity.setSchedule': 'When the archive is verified is a setting; each verification is recorded.',
  'integrity.damage': STATE,
  'integrity.repair': ['repaired', 'restored'],
  'integrity.restore': ['restored'],
  'custody.export': ['exported'],
  'document.originalView': STATE,
  'settings.get': BESIDE,
  'settings.set': BESIDE,
  'app.about': BESIDE,
  'app.copyText': 'What is copied is text on the screen; the log does not watch what somebody reads.'
}

test('every command that can change an archive says what it leaves in the custody log, or why nothing', () => {
  const names = Object.entries(commands).flatMap(([name, { place }]) => (place === 'read' ? [] : [name]))
  expect(names.filter((name) => RECORDS[name] === undefined)).toEqual([])
  expect(Object.keys(RECORDS).filter((name) => !names.includes(name))).toEqual([])
})

test('every kind of entry has a source', () => {
  const recorded = new Set(Object.values(RECORDS).flatMap((kinds) => (typeof kinds === 'string' ? [] : kinds)))
  expect(Object.keys(CUSTODY_TOPIC_OF).filter((kind) => !recorded.has(kind as CustodyKind))).toEqual([])
})
