import { attention } from '#renderer/i18n/en/attention.ts'
import { background } from '#renderer/i18n/en/background.ts'
import { common } from '#renderer/i18n/en/common.ts'
import { copies } from '#renderer/i18n/en/copies.ts'
import { custody } from '#renderer/i18n/en/custody.ts'
import { error } from '#renderer/i18n/en/error.ts'
import { facets } from '#renderer/i18n/en/facets.ts'
import { importing } from '#renderer/i18n/en/importing.ts'
import { inspector } from '#renderer/i18n/en/inspector.ts'
import { integrity } from '#renderer/i18n/en/integrity.ts'
import { kept } from '#renderer/i18n/en/kept.ts'
import { library } from '#renderer/i18n/en/library.ts'
import { lock } from '#renderer/i18n/en/lock.ts'
import { mediaType } from '#renderer/i18n/en/media-type.ts'
import { names } from '#renderer/i18n/en/names.ts'
import { network } from '#renderer/i18n/en/network.ts'
import { organise } from '#renderer/i18n/en/organise.ts'
import { pages } from '#renderer/i18n/en/pages.ts'
import { palette } from '#renderer/i18n/en/palette.ts'
import { problem } from '#renderer/i18n/en/problem.ts'
import { query } from '#renderer/i18n/en/query.ts'
import { reader } from '#renderer/i18n/en/reader.ts'
import { rollcall } from '#renderer/i18n/en/rollcall.ts'
import { search } from '#renderer/i18n/en/search.ts'
import { settings } from '#renderer/i18n/en/settings.ts'
import { shell } from '#renderer/i18n/en/shell.ts'
import { shortcuts } from '#renderer/i18n/en/shortcuts.ts'
import { suggest } from '#renderer/i18n/en/suggest.ts'
import { warning } from '#renderer/i18n/en/warning.ts'

/** The English catalogue: every word the window shows. Keys are `section.name`; one file a section. */
export const en = {
  attention,
  background,
  common,
  copies,
  custody,
  error,
  facets,
  importing,
  inspector,
  integrity,
  kept,
  library,
  lock,
  mediaType,
  names,
  network,
  organise,
  pages,
  palette,
  problem,
  query,
  reader,
  rollcall,
  search,
  settings,
  shell,
  shortcuts,
  suggest,
  warning
} as const
