/** Real dialogs of the toolkit, answered by the keyboard: the desktop's list of recent files gets none of what was chosen, and loses nothing. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { enMain } from '#shared/i18n/en-main'
import { ask, expect, type Sanad, sendRaw, test } from '#tests/support/room'
import { openKeyboard } from '#tests/support/x-keyboard'

/** The list as another program left it. */
const THEIRS = `<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0" xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks" xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info">
  <bookmark href="file:///srv/theirs.txt" added="2026-11-20T20:02:55Z" modified="2026-11-20T20:02:55Z" visited="2026-11-20T20:02:55Z">
    <info><metadata owner="http://freedesktop.org"><mime:mime-type type="text/plain"/><bookmark:applications>
      <bookmark:application name="gedit" exec="&apos;gedit %u&apos;" modified="2026-11-20T20:02:55Z" count="1"/>
    </bookmark:applications></metadata></info>
  </bookmark>
</xbel>`

/** How long after an answer GTK has written its list: four times what it waits for more to write. */
const WRITTEN_MS = 1000

// biome-ignore lint/suspicious/noSkippedTests: elsewhere there is no such list.
test.skip(process.platform !== 'linux', 'the list is that of desktops on Linux')

test('threat 20: a place chosen in a dialog of the system is not told to the desktop', async ({ room }) => {
  const data = room.newFolder('person-data')
  const list = join(data, 'recently-used.xbel')
  writeFileSync(list, THEIRS)
  const sanad = await room.start({ env: { XDG_DATA_HOME: data } })
  const keyboard = await openKeyboard()
  /** Runs what shows a dialog, and takes what the dialog suggests. */
  const accept = async <T>(title: string, showing: Promise<T>): Promise<T> => {
    await keyboard.focus(title, 20_000)
    const answered = showing.finally(() => clearInterval(pressing))
    const pressing = setInterval(() => keyboard.press('Return'), 300)
    return answered
  }
  const { newArchiveTitle, openArchiveTitle } = enMain.dialogs
  const made = await accept(newArchiveTitle, ask(sanad, 'archive.create', {}))
  expect(made?.open?.name).toBe(enMain.defaultArchiveName)
  // The folder of documents is no archive: it is chosen, and then refused.
  const refused = await accept(openArchiveTitle, sendRaw(sanad, 'archive.open', {}))
  expect(refused.ok).toBe(false)
  keyboard.close()

  await new Promise((done) => setTimeout(done, WRITTEN_MS))
  expect(readFileSync(list, 'utf8')).toBe(THEIRS)
  expect(readdirSync(data)).toEqual(['recently-used.xbel'])
  expect(await variables(sanad)).toEqual([data, process.env.XDG_DATA_DIRS])
  await sanad.quit()
  expect(existsSync(list) && readFileSync(list, 'utf8')).toBe(THEIRS)
})

/** What a program that Sanad starts, such as the file manager, is told of the person's data. */
function variables({ app }: Sanad): Promise<(string | undefined)[]> {
  return app.evaluate(() => [process.env.XDG_DATA_HOME, process.env.XDG_DATA_DIRS])
}
