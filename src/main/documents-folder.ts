import { join, resolve } from 'node:path'
import type { App } from 'electron'

/**
 * The person's documents folder. Where the system names none, Electron answers with the home folder itself; then it is `Documents` in
 * there, as for the command line.
 */
export function documentsFolder(app: Pick<App, 'getPath'>): string {
  const home = app.getPath('home')
  const documents = app.getPath('documents')
  return resolve(documents) === resolve(home) ? join(home, 'Documents') : documents
}
