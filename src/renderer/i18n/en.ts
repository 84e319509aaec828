import { common } from '#renderer/i18n/en/common.ts'
import { error } from '#renderer/i18n/en/error.ts'
import { library } from '#renderer/i18n/en/library.ts'
import { mediaType } from '#renderer/i18n/en/media-type.ts'
import { organise } from '#renderer/i18n/en/organise.ts'
import { palette } from '#renderer/i18n/en/palette.ts'
import { problem } from '#renderer/i18n/en/problem.ts'
import { search } from '#renderer/i18n/en/search.ts'
import { shell } from '#renderer/i18n/en/shell.ts'
import { shortcuts } from '#renderer/i18n/en/shortcuts.ts'

/** The English catalogue: every word the window shows. Keys are `section.name`; one file a section. */
export const en = { common, error, library, mediaType, organise, palette, problem, search, shell, shortcuts } as const
