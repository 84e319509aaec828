import { type App, dialog } from 'electron'
import type { Log } from '#main/log'
import { enMain } from '#shared/i18n/en-main'

/**
 * Ends a program that must not start as it was started: notes the names (never the values, which may be paths), takes away what has not
 * acted yet, tells the person, and exits with 1. Nothing is opened before.
 */
export function refuseStart(app: App, names: readonly string[], log: Log): void {
  log.warn(`not started, because it was given ${names.join(', ')}`)
  process.stderr.write(`${enMain.notStarted.title}: ${enMain.notStarted.detail(names)}\n`)
  for (const name of names) if (name.startsWith('--')) app.commandLine.removeSwitch(name.slice(2))
  void app
    .whenReady()
    .then(() =>
      dialog.showMessageBox({ type: 'error', message: enMain.notStarted.title, detail: enMain.notStarted.detail(names) })
    )
    .finally(() => app.exit(1))
}
