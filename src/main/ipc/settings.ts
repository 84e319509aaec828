import type { MainHandlers } from '#main/ipc/main-handlers'
import type { SettingsStore } from '#main/settings'

/** Reading and changing the person's settings. */
export function settingsHandlers(settings: SettingsStore): Pick<MainHandlers, 'settings.get' | 'settings.set'> {
  return {
    'settings.get': () => settings.get(),
    'settings.set': (patch) => settings.set(patch)
  }
}
