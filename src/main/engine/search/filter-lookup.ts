/** What the value of a filter means in this archive. A value that means nothing matches nothing. */

import type { ReadDb } from '#engine/store/connection'
import { listDistinct, listLanguages } from '#engine/store/distinct-values'
import { listFolderPaths } from '#engine/store/folders'
import { indexText } from '#shared/text/index-text'

/** Words people use for kinds of files, and what they stand for. */
const TYPE_WORDS: Readonly<Record<string, RegExp>> = {
  html: /^(?:text\/html|application\/xhtml\+xml)$/,
  web: /^(?:text\/html|application\/xhtml\+xml|multipart\/related)$/,
  webpage: /^(?:text\/html|application\/xhtml\+xml|multipart\/related)$/,
  text: /^text\/(?!html)/,
  txt: /^text\/plain$/,
  markdown: /^text\/markdown$/,
  md: /^text\/markdown$/,
  pdf: /^application\/pdf$/,
  word: /word|opendocument\.text|rtf/,
  doc: /msword|wordprocessingml/,
  docx: /wordprocessingml/,
  odt: /opendocument\.text/,
  excel: /excel|spreadsheet/,
  xlsx: /spreadsheetml/,
  spreadsheet: /excel|spreadsheet|csv/,
  powerpoint: /powerpoint|presentation/,
  image: /^image\//,
  picture: /^image\//,
  photo: /^image\//,
  audio: /^audio\//,
  video: /^video\//,
  email: /^message\/|mbox|ms-outlook/,
  mail: /^message\/|mbox|ms-outlook/,
  ebook: /epub/
}

/** Language tags in the archive that a person may call by this name: `fa`, `fa-IR`, `Persian`, `فارسی`. */
export function languagesNamed(db: ReadDb, value: string): string[] {
  const wanted = indexText(value)
  const code = value.trim().toLowerCase()
  return listLanguages(db).flatMap((language) => {
    const tag = language.toLowerCase()
    if (tag === code || tag.startsWith(`${code}-`)) return [language]
    return namesOf(language).some((name) => indexText(name) === wanted && wanted !== '') ? [language] : []
  })
}

function namesOf(language: string): string[] {
  if (language === 'und') return ['unknown']
  return ['en', language].flatMap((locale) => {
    try {
      return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? []
    } catch {
      // A tag that Intl does not accept has no name; its code still finds it.
      return []
    }
  })
}

/** Media types in the archive that a person may call by this word: `pdf`, `image`, `text/html`. */
export function mediaTypesNamed(db: ReadDb, value: string): string[] {
  const wanted = value.trim().toLowerCase()
  const pattern = Object.hasOwn(TYPE_WORDS, wanted) ? TYPE_WORDS[wanted] : undefined
  return listDistinct(db, 'media_type').flatMap((type) => {
    const isMeant = pattern ? pattern.test(type) : type === wanted || type.endsWith(`/${wanted}`) || type.startsWith(`${wanted}/`)
    return isMeant ? [type] : []
  })
}

/** Folders whose name holds these words next to each other, or whose path does when the value has a slash. */
export function foldersNamed(db: ReadDb, value: string): number[] {
  const wanted = ` ${indexText(value)} `
  if (wanted.trim() === '') return []
  const byPath = /[\\/]/.test(value)
  return listFolderPaths(db).flatMap((folder) =>
    ` ${indexText(byPath ? folder.path : folder.name)} `.includes(wanted) ? [folder.id] : []
  )
}
