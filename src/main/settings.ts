import { join } from 'node:path'
import type * as v from 'valibot'
import type { EventHub } from '#main/event-hub'
import { openJsonFile } from '#main/json-file'
import type { Log } from '#main/log'
import { type Settings, type settingsPatchSchema, settingsSchema } from '#shared/model/app'

export type SettingsPatch = v.InferOutput<typeof settingsPatchSchema>

export type SettingsStore = Readonly<{
  get: () => Settings
  /** Changes the given settings, keeps the others, and tells everybody. Answers with all of them. */
  set: (patch: SettingsPatch) => Settings
  flush: () => Promise<void>
}>

/** The person's settings, in `settings.json` of the program's data folder. */
export function openSettings(userData: string, events: EventHub, log: Log): SettingsStore {
  const file = openJsonFile(join(userData, 'settings.json'), settingsSchema, log)
  return {
    get: file.read,
    set: (patch) => {
      const next = mergeSettings(file.read(), patch)
      file.write(next)
      events.emit('settings.changed', next)
      return next
    },
    flush: file.flush
  }
}

/** `current` with every setting that `patch` names; a name without a value changes nothing. */
function mergeSettings(current: Settings, patch: SettingsPatch): Settings {
  const named = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  return { ...current, ...named }
}
