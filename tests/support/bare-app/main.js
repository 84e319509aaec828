// The least that can be an Electron program: an empty window. What Sanad's start is measured against, and a runtime to draw with.
import { app, BrowserWindow } from 'electron'

const userData = process.env.SANAD_USER_DATA
if (userData) app.setPath('userData', userData)

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false })
  window.once('ready-to-show', () => {
    window.show()
    process.stdout.write('window shown\n')
  })
  await window.loadURL('data:text/html,<p>bare</p>')
})
