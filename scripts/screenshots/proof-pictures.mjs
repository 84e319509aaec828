// What a saved page wanted from the network, and the log of what was done to the archive.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A page as they are saved every day: counters, fonts, a player, a form. */
const PAGE = `<!doctype html><html lang="en"><head><title>Statement on the detained of Nehrin</title>
<link rel="stylesheet" href="https://fonts.example.net/css?family=Serif"><link rel="preload" as="font" href="https://fonts.example.net/serif.woff2">
<script src="https://counter.example.org/seen.js"></script><script>new WebSocket('wss://live.example.org/readers')</script></head><body><article>
<h1>Statement on the detained of Nehrin</h1>
<p>Forty-one people taken from their houses by the river in the winter have not been seen since. Their families ask where they are held.</p>
<p>We call on the authorities to publish the names of all who are detained, and to let their families and lawyers see them.</p>
<img src="https://counter.example.org/pixel.gif?document=statement-41" width="1" height="1" alt="">
<iframe src="https://video.example.com/embed/41"></iframe>
<form action="https://lists.example.org/join"><input name="mail"><button>Keep me informed</button></form></article></body></html>`

export async function photographProof({ app, page, send, shoot }, folder) {
  await send('settings.set', { theme: 'light', layout: 'auto' })
  const saved = join(folder, 'Saved pages')
  mkdirSync(saved)
  writeFileSync(join(saved, 'statement.html'), PAGE)
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, saved)
  const { choiceId } = await send('import.choose', { kind: 'folder' })
  await send('import.start', { choiceId })
  await page.getByRole('button', { name: 'Done' }).click()
  const box = page.getByRole('combobox').first()
  await box.fill('title:"detained of Nehrin"')
  await box.press('Enter')
  await page
    .getByRole('option', { name: /detained of Nehrin/ })
    .first()
    .click()
  const reader = page.getByRole('main', { name: 'Reader' })
  await reader.getByText('Original', { exact: true }).click()
  await reader.getByRole('button', { name: /^This page tried to load/ }).click()
  await shoot('attempts')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('custody')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: /Custody log/ }).waitFor()
  await shoot('custody-log')
  await page.keyboard.press('Escape')
}
