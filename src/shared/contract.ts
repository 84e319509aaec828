/**
 * Everything that crosses the process boundary.
 *
 * Rules:
 * 1. A command is a row of `commands`: its input schema (a value; main validates with it, and the keys are the allow-list), where it
 *    runs, and its output type. An event is a row of `Events`.
 * 2. Inputs hold ids and typed text only: no path, no SQL, no HTML. Files are chosen in the main process, which answers with a choice id.
 * 3. `dispatch` checks the sender, the name and the input, and always resolves to a `Reply`. The window's `call()` unwraps it.
 * 4. A new command touches this file and one handler; never the preload.
 */
import * as v from 'valibot'
import { type CommandRow, command, type Place } from '#shared/contract/command'
import { custodyCommands } from '#shared/contract/custody-commands'
import { exportCommands } from '#shared/contract/export-commands'
import { facetCommands } from '#shared/contract/facet-commands'
import { integrityCommands } from '#shared/contract/integrity-commands'
import { lockCommands } from '#shared/contract/lock-commands'
import { nameCommands } from '#shared/contract/name-commands'
import { networkCommands } from '#shared/contract/network-commands'
import { queryHelpCommands } from '#shared/contract/query-help-commands'
import { rollCallCommands } from '#shared/contract/rollcall-commands'
import { savedSearchCommands } from '#shared/contract/saved-search-commands'
import { searchCommands } from '#shared/contract/search-commands'
import type { ErrorCode } from '#shared/errors'
import type { AboutInfo, ArchiveInfo, ArchiveState, ArchiveUpgrade, PassphraseWork, Settings } from '#shared/model/app'
import { settingsPatchSchema } from '#shared/model/app'
import type { Block } from '#shared/model/block'
import type { CopyProgress } from '#shared/model/copy'
import {
  CORRECTABLE_FIELDS,
  type Direction,
  type DocumentDetail,
  type Problem,
  TAG_COLORS,
  type Tag
} from '#shared/model/document'
import type { Family } from '#shared/model/family'
import { documentIdSchema, folderIdSchema, importIdSchema, tagIdSchema } from '#shared/model/ids'
import type { FolderNode, ImportPreview, ImportProgress, ImportReceipt, ImportRecord } from '#shared/model/importing'
import type { RepairProgress, Verification, VerifyProgress } from '#shared/model/integrity'
import type { OcrState } from '#shared/model/ocr'
import type { PageLayer, PagesInfo } from '#shared/model/page-layer'
import type { RereadState } from '#shared/model/rereading'
import type { RollCallProgress } from '#shared/model/rollcall'
import { type DocumentHits, hitsRequestSchema } from '#shared/model/search'

const nothing = v.strictObject({})
const documentIds = v.pipe(v.array(documentIdSchema), v.minLength(1), v.maxLength(100_000))
const pageNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))
const tagName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))
const tagColor = v.picklist(TAG_COLORS)
const page = {
  offset: v.pipe(v.number(), v.integer(), v.minValue(0)),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))
}

export type SidebarCounts = Readonly<{ all: number; unread: number; starred: number; attention: number }>

export type Sidebar = Readonly<{ counts: SidebarCounts; tags: readonly Tag[]; folders: readonly FolderNode[] }>

export type DocumentContent = Readonly<{
  id: v.InferOutput<typeof documentIdSchema>
  direction: Direction
  /** Reader view. Empty when the document has no text. */
  blocks: readonly Block[]
  /** All visible text; the same string as the reader text when nothing was left out. */
  allText: string
  /** Characters of `allText` not sent because the document is very long (see `CONTENT_LIMIT`); 0 normally. */
  cut: number
}>

/** A deleted or merged tag, complete, so that it can be put back. */
export type TagUndo = Readonly<{ undoId: string; documents: number }>

export const commands = {
  // The archive as a folder on disk (main process: dialogs, recents)
  'archive.state': command<ArchiveState>()('main', nothing),
  /** Asks for a place and name with the native dialog. Null when the person cancelled. */
  'archive.create': command<ArchiveState | null>()('main', nothing),
  'archive.open': command<ArchiveState | null>()('main', nothing),
  'archive.openRecent': command<ArchiveState>()(
    'main',
    v.strictObject({ index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)) })
  ),
  'archive.forgetRecent': command<ArchiveState>()(
    'main',
    v.strictObject({ index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)) })
  ),
  'archive.close': command<ArchiveState>()('main', nothing),
  /** Shows the archive's folder in the file manager, after the native question. */
  'archive.reveal': command<null>()('main', nothing),
  'archive.info': command<ArchiveInfo>()('read', nothing),

  // Browsing and searching
  'library.sidebar': command<Sidebar>()('read', nothing),
  ...searchCommands,
  ...queryHelpCommands,
  ...rollCallCommands,
  ...savedSearchCommands,
  ...networkCommands,
  ...nameCommands,
  ...facetCommands,
  ...lockCommands,
  ...custodyCommands,
  ...integrityCommands,
  ...exportCommands,

  /** How many of these documents have each tag; tags that none of them has are left out. */
  'tags.countOn': command<readonly Readonly<{ id: v.InferOutput<typeof tagIdSchema>; documents: number }>[]>()(
    'read',
    v.strictObject({ ids: documentIds })
  ),

  // One document
  'document.get': command<DocumentDetail>()('read', v.strictObject({ id: documentIdSchema })),
  'document.content': command<DocumentContent>()('read', v.strictObject({ id: documentIdSchema })),
  'document.hits': command<DocumentHits>()('read', hitsRequestSchema),
  /** Address of the Original view for a frame; null for documents without one. */
  'document.originalView': command<{ url: string; remoteResources: readonly string[] } | null>()(
    'main',
    v.strictObject({ id: documentIdSchema })
  ),
  /** Sizes of the pages and the outline, for documents shown as pages; pictures have one page, multi-page TIFF more. */
  'document.pages': command<PagesInfo>()('read', v.strictObject({ id: documentIdSchema })),
  /** The words of one page (1-based) with their boxes. Their picture is `sanad-page://d<id>/page:<page>:<width in pixels>`. */
  'document.pageLayer': command<PageLayer>()('read', v.strictObject({ id: documentIdSchema, page: pageNumber })),
  /** What it lies in, what it holds, and its conversation. */
  'document.family': command<Family>()('read', v.strictObject({ id: documentIdSchema })),
  /** The beginning of any file as plain text, for what no format reads; at most 1,000,000 characters. Nothing is stored. */
  'document.plainText': command<{ text: string; charset: string; cut: boolean }>()(
    'read',
    v.strictObject({ id: documentIdSchema })
  ),
  /** Reads a locked document with a password. Refuses with `wrong-password`; the password stays in the archive, as safe as the text. */
  'document.unlock': command<DocumentDetail>()(
    'write',
    v.strictObject({ id: documentIdSchema, password: v.pipe(v.string(), v.minLength(1), v.maxLength(500)) })
  ),
  /** Reads documents again from their originals, in the background: these, those of a format, or all that an older version read. */
  'reread.start': command<RereadState>()(
    'write',
    v.variant('what', [
      v.strictObject({ what: v.literal('documents'), ids: documentIds }),
      v.strictObject({ what: v.literal('format'), format: v.pipe(v.string(), v.maxLength(40)) }),
      v.strictObject({ what: v.literal('problem'), code: v.pipe(v.string(), v.maxLength(40)) }),
      v.strictObject({ what: v.literal('outdated') })
    ])
  ),
  'reread.current': command<RereadState>()('write', nothing),
  'reread.cancel': command<null>()('write', nothing),
  /** How many documents an older version read. */
  'reread.outdated': command<{ documents: number }>()('read', nothing),

  // OCR
  'ocr.state': command<OcrState>()('write', nothing),
  'ocr.pause': command<null>()('write', nothing),
  'ocr.resume': command<null>()('write', nothing),
  /** Tries pages again that failed. */
  'ocr.retry': command<null>()('write', nothing),
  /** Pages read in other languages wait again. Null takes the choice back. */
  'ocr.setLanguages': command<OcrState>()(
    'write',
    v.strictObject({
      target: v.variant('kind', [
        v.strictObject({ kind: v.literal('archive') }),
        v.strictObject({ kind: v.literal('folder'), id: folderIdSchema }),
        v.strictObject({ kind: v.literal('documents'), ids: documentIds })
      ]),
      languages: v.nullable(
        v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z]{3}(?:_[a-z]{3,4})?$/))), v.minLength(1), v.maxLength(3))
      )
    })
  ),

  'document.setRead': command<null>()('write', v.strictObject({ ids: documentIds, read: v.boolean() })),
  'document.setStarred': command<null>()('write', v.strictObject({ ids: documentIds, starred: v.boolean() })),
  /** Null takes the correction back. Dates as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  'document.correct': command<DocumentDetail>()(
    'write',
    v.strictObject({
      id: documentIdSchema,
      field: v.picklist(CORRECTABLE_FIELDS),
      value: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(2000)))
    })
  ),
  /** Reads the document again with this character set (null: guess again). Tags, stars and corrections stay. */
  'document.setCharset': command<DocumentDetail>()(
    'write',
    v.strictObject({ id: documentIdSchema, charset: v.nullable(v.pipe(v.string(), v.maxLength(40))) })
  ),

  // Tags
  'tags.create': command<Tag>()('write', v.strictObject({ name: tagName, color: v.optional(tagColor) })),
  'tags.rename': command<Tag>()('write', v.strictObject({ id: tagIdSchema, name: tagName })),
  'tags.setColor': command<Tag>()('write', v.strictObject({ id: tagIdSchema, color: tagColor })),
  /** Documents with such a tag are shown only after they were asked for. */
  'tags.setWarning': command<Tag>()('write', v.strictObject({ id: tagIdSchema, isWarning: v.boolean() })),
  /** Puts every document of `from` under `into` and removes `from`; what warned goes on warning. */
  'tags.merge': command<TagUndo>()('write', v.strictObject({ from: tagIdSchema, into: tagIdSchema })),
  'tags.delete': command<TagUndo>()('write', v.strictObject({ id: tagIdSchema })),
  'tags.undo': command<null>()('write', v.strictObject({ undoId: v.pipe(v.string(), v.maxLength(64)) })),
  /** Creates the tag when it does not exist. Answers with how many documents changed. */
  'tags.add': command<{ tag: Tag; documents: number }>()('write', v.strictObject({ ids: documentIds, name: tagName })),
  'tags.remove': command<{ documents: number }>()('write', v.strictObject({ ids: documentIds, id: tagIdSchema })),

  // Importing
  /** Opens the native dialog. Null when the person cancelled. */
  'import.choose': command<ImportPreview | null>()('main', v.strictObject({ kind: v.picklist(['folder', 'files']) })),
  'import.chooseSample': command<ImportPreview>()('main', nothing),
  'import.start': command<ImportProgress>()('main', v.strictObject({ choiceId: v.pipe(v.string(), v.maxLength(64)) })),
  'import.pause': command<null>()('write', nothing),
  'import.resume': command<null>()('write', nothing),
  'import.cancel': command<null>()('write', nothing),
  /** The running import, or an interrupted one that can be resumed; null when there is none. */
  'import.current': command<ImportProgress | null>()('write', nothing),
  /** Takes up an import that a crash or the end of the program cut short, from its recorded sources. */
  'import.restart': command<ImportProgress>()('write', v.strictObject({ id: importIdSchema })),
  'import.receipt': command<ImportReceipt>()('read', v.strictObject({ id: importIdSchema })),
  'import.list': command<readonly ImportRecord[]>()('read', nothing),
  'problems.list': command<{ total: number; problems: readonly Problem[] }>()('read', v.strictObject(page)),

  // The program
  'settings.get': command<Settings>()('main', nothing),
  'settings.set': command<Settings>()('main', settingsPatchSchema),
  'app.about': command<AboutInfo>()('main', nothing),
  /** Puts plain text on the clipboard. */
  'app.copyText': command<null>()('main', v.strictObject({ text: v.pipe(v.string(), v.maxLength(10_000_000)) }))
} as const

export type Commands = typeof commands
export type CommandName = keyof Commands
export type CommandInput<C extends CommandName> = v.InferInput<Commands[C]['input']>
/** The input after validation, defaults filled in. */
export type CommandArgs<C extends CommandName> = v.InferOutput<Commands[C]['input']>
export type CommandOutput<C extends CommandName> = Commands[C] extends CommandRow<v.GenericSchema, Place, infer Out> ? Out : never
export type CommandsAt<P extends Place> = { [C in CommandName]: Commands[C]['place'] extends P ? C : never }[CommandName]

export type Events = {
  /** At most ten a second; the last one of an import always arrives. */
  'import.progress': ImportProgress
  /** At most two a second. */
  'ocr.progress': OcrState
  'reread.progress': RereadState
  /** At most ten a second; the last one of a run always arrives. */
  'rollcall.progress': RollCallProgress
  /** For copies of several documents: before each, and at the end. */
  'export.progress': CopyProgress
  /** Rows changed after a commit: what to ask for again. */
  'library.changed': Readonly<{ documents: boolean; tags: boolean; folders: boolean; names?: boolean }>
  'archive.changed': ArchiveState
  /** An archive could not be opened because it is damaged. */
  'archive.damaged': Readonly<{ name: string }>
  /** At most four a second; null once it has ended. */
  'integrity.progress': VerifyProgress | null
  /** A verification was recorded. */
  'integrity.ended': Verification
  /** How far a repair is; null once it is over. */
  'integrity.repairing': RepairProgress | null
  /** An archive of an earlier version is being brought to this one before it opens, a few times a second; null once that is over. */
  'archive.upgrading': ArchiveUpgrade | null
  /** At most ten a second while a passphrase is set, changed or removed; null once that is over, well or not. */
  'archive.passphrase': PassphraseWork | null
  /** The window is covered, or uncovered again: nothing of the archive may be drawn while it is. */
  'window.covered': boolean
  'settings.changed': Settings
  /** Files were dropped on the window; null when nothing among them can be imported. */
  'import.dropped': ImportPreview | null
  /** A menu entry or a system shortcut asks the window to do something. */
  'menu.command': MenuCommand
  /** A request to the network that Sanad refused; counted since the program started. */
  'network.refused': Readonly<{ total: number }>
}
export type EventName = keyof Events

export const MENU_COMMANDS = [
  'import-folder',
  'import-files',
  'find',
  'palette',
  'shortcuts',
  'settings',
  'about',
  'toggle-inspector',
  'toggle-sidebar'
] as const
export type MenuCommand = (typeof MENU_COMMANDS)[number]

export type Reply<T> =
  | Readonly<{ ok: true; value: T }>
  | Readonly<{ ok: false; error: Readonly<{ code: ErrorCode; message: string }> }>

/** Text longer than this, in UTF-16 code units, is shown up to here; search still covers all of it. */
export const CONTENT_LIMIT = 5_000_000

/** What the preload puts on `window.sanad`. */
export type SanadBridge = Readonly<{
  invoke: (name: string, input: unknown) => Promise<Reply<unknown>>
  /** Returns its own unsubscribe. */
  on: (name: string, listener: (payload: unknown) => void) => () => void
  /** Real files dropped by the person; their paths are read in the preload and never seen by the page. */
  importDropped: (files: readonly unknown[]) => void
  platform: string
}>
