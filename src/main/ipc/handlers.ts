import type { ArchiveSession } from '#main/archive-session'
import type { EventHub } from '#main/event-hub'
import type { ImportChoices } from '#main/import-choices'
import { aboutHandlers } from '#main/ipc/about'
import { archiveHandlers } from '#main/ipc/archive'
import { clipboardHandlers } from '#main/ipc/clipboard'
import { custodyHandlers } from '#main/ipc/custody'
import { documentHandlers } from '#main/ipc/documents'
import { exportHandlers } from '#main/ipc/export'
import { importingHandlers } from '#main/ipc/importing'
import { integrityHandlers } from '#main/ipc/integrity'
import { lockHandlers } from '#main/ipc/lock'
import type { MainHandlers } from '#main/ipc/main-handlers'
import { networkHandlers } from '#main/ipc/network'
import { rollCallHandlers } from '#main/ipc/rollcall'
import { settingsHandlers } from '#main/ipc/settings'
import type { WindowLock } from '#main/lock/window-lock'
import type { NativeDialogs } from '#main/native-dialogs'
import type { RefusedRequests } from '#main/refused-requests'
import type { Repairs } from '#main/repairs'
import type { SettingsStore } from '#main/settings'
import type { AboutInfo } from '#shared/model/app'

export type HandlerParts = Readonly<{
  archives: ArchiveSession
  choices: ImportChoices
  dialogs: NativeDialogs
  settings: SettingsStore
  lock: WindowLock
  sampleFolder: string
  repairs: Repairs
  about: () => Promise<AboutInfo>
  quit: () => void
  writeClipboard: (text: string) => void
  refused: RefusedRequests
  events: EventHub
}>

/** Every command that the main process answers itself, one line a feature. */
export function createHandlers(parts: HandlerParts): MainHandlers {
  const { archives, choices, dialogs, events, settings, lock, sampleFolder } = parts
  return {
    ...archiveHandlers(archives, dialogs),
    ...importingHandlers({ engine: archives.engine, choices, dialogs, sampleFolder }),
    ...documentHandlers(archives.engine),
    ...rollCallHandlers(archives.engine, dialogs, events),
    ...custodyHandlers(archives.engine, dialogs),
    ...exportHandlers({ engine: archives.engine, dialogs, events }),
    ...lockHandlers(archives, lock, parts.quit),
    ...settingsHandlers(settings),
    ...integrityHandlers(parts.repairs),
    ...aboutHandlers(parts.about),
    ...clipboardHandlers(parts.writeClipboard),
    ...networkHandlers(parts.refused)
  }
}
