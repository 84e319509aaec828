import * as v from 'valibot'
import type { TagColor } from '#shared/model/document'
import type { DocumentId, FolderId, NameId, TagId } from '#shared/model/ids'
import type { NameKind } from '#shared/model/name'

export type ArchiveState = Readonly<{
  /**
   * Null while no archive is open. `encrypted`: it has a passphrase. `isReadOnly`: it lies where nothing can be written, and can be read
   * but not changed. `unfinishedChange`: a passphrase was set or removed, and not everything could be encrypted or decrypted yet.
   */
  open: Readonly<{
    name: string
    directory: string
    encrypted: boolean
    isReadOnly: boolean
    unfinishedChange: 'sealing' | 'opening' | null
  }> | null
  /** The archive that waits for its passphrase; never together with `open`. `isOther`: its key file is not the one that was last used here. */
  locked: Readonly<{ name: string; directory: string; isOther: boolean }> | null
  /** The archive that had a passphrase when it was last open on this computer, and has none now: it waits for a person to say what to do. */
  unprotected: Readonly<{ name: string; directory: string }> | null
  /** Most recent first; `missing` when its folder is not there now (an unplugged disk). */
  recents: readonly Readonly<{ name: string; directory: string; missing: boolean }>[]
  /** Why the last archive could not be opened at start, when so. */
  problem: Readonly<{ code: string; message: string }> | null
}>

/** How far an archive of an earlier version is with becoming one of this version. In no unit but each other's. */
export type ArchiveUpgrade = Readonly<{ done: number; total: number }>

/** A passphrase being set, changed or removed: the archive is closed meanwhile. `total` is 0 while it is not known yet. */
export type PassphraseWork = Readonly<{ what: 'set' | 'change' | 'remove'; name: string; done: number; total: number }>

export type ArchiveInfo = Readonly<{
  name: string
  directory: string
  documents: number
  originals: number
  /** Bytes of all originals. */
  bytes: number
  /** Documents by language tag. */
  languages: Readonly<Record<string, number>>
  schemaVersion: number
  sanad: string
}>

export type PaletteItem =
  | Readonly<{ kind: 'document'; id: DocumentId; title: string; subtitle: string }>
  | Readonly<{ kind: 'tag'; id: TagId; title: string; color: TagColor; documents: number }>
  | Readonly<{ kind: 'folder'; id: FolderId; title: string; subtitle: string; documents: number }>
  /** A name card; `subtitle` is a spelling in another script. */
  | Readonly<{ kind: 'name'; id: NameId; nameKind: NameKind; title: string; subtitle: string; documents: number }>

export const settingsSchema = v.object({
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  /** Interface language, BCP 47. */
  language: v.optional(v.picklist(['en']), 'en'),
  /** Direction of the window's layout. */
  layout: v.optional(v.picklist(['auto', 'ltr', 'rtl']), 'auto'),
  readingSize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(12), v.maxValue(32)), 17),
  /** Measure of the reading column, in characters. */
  readingWidth: v.optional(v.pipe(v.number(), v.integer(), v.minValue(45), v.maxValue(110)), 66),
  readingFont: v.optional(v.picklist(['serif', 'sans']), 'serif'),
  blurPictures: v.optional(v.boolean(), false),
  /** Passages of documents with a warning are left out of lists. */
  hideWarnedPassages: v.optional(v.boolean(), true),
  paneSizes: v.optional(v.record(v.pipe(v.string(), v.maxLength(40)), v.pipe(v.number(), v.minValue(0), v.maxValue(10_000))), {}),
  /** Minutes without a key or mouse after which an archive with a passphrase is locked; 0: never. */
  autoLockMinutes: v.optional(v.picklist([0, 1, 5, 15, 30, 60]), 15),
  /** The places of the archives opened last are kept in the program's data folder. */
  rememberRecents: v.optional(v.boolean(), true),
  sidebarShown: v.optional(v.boolean(), true),
  inspectorShown: v.optional(v.boolean(), true)
})
export type Settings = v.InferOutput<typeof settingsSchema>
export const settingsPatchSchema = v.partial(v.strictObject(settingsSchema.entries))

export type AboutInfo = Readonly<{
  version: string
  electron: string
  chromium: string
  node: string
  sqlite: string
  platform: string
  /** False for the registry-hosted development runtime: not for daily use with untrusted files. */
  officialRuntime: boolean
  /** False when Chromium's sandbox had to be switched off (root). */
  sandboxed: boolean
  dataDirectory: string
}>
