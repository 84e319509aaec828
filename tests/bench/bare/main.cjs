// A window with one line of text and nothing else: what Electron itself costs.
const { app, BrowserWindow } = require('electron')

if (process.env.BENCH_USER_DATA) app.setPath('userData', process.env.BENCH_USER_DATA)
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  window.loadURL('data:text/html,<p>bare</p>')
})
