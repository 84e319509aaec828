/** A saved page that tries to reach the network in every usual way: it is shown with its own pictures, and nothing is reached. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { importFolder, reader, receiptOf, results, search } from '#tests/support/journey'
import { type Listeners, startListeners } from '#tests/support/listeners'
import { ask, expect, type Room, type Sanad, test } from '#tests/support/room'
import { words } from '#tests/support/words'

const picture = resolve(
  import.meta.dirname,
  '../../resources/sample/Statements/Five questions about the missing of Darvan_files/map.png'
)

/** Twelve and more attempts, each by another element; a picture of its own lies beside it. */
function hostilePage({ http, tcp }: Listeners): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page that calls home</title>
<link rel="stylesheet" href="http://${http}/style.css"><link rel="icon" href="http://${http}/icon.png"><link rel="preload" as="image" href="http://${http}/preload.png">
<link rel="preconnect" href="http://${tcp}"><link rel="dns-prefetch" href="http://${tcp}"><link rel="manifest" href="http://${http}/manifest.json">
<meta http-equiv="refresh" content="1;url=http://${http}/refresh">
<base href="http://${http}/base/">
<style>@import url("http://${http}/import.css"); @font-face { font-family: far; src: url("http://${http}/font.woff2") } body { font-family: far; background: url("http://${http}/background.png") }</style>
<script src="http://${http}/script.js"></script><script>fetch("http://${http}/fetch"); new WebSocket("ws://${tcp}/"); navigator.sendBeacon("http://${http}/beacon")</script></head>
<body onload="new Image().src='http://${http}/onload.png'">
<article><h1>Page that calls home</h1>
<p>This page was saved on a computer far away. It holds a paragraph that is long enough to be read, about an orchard by a river and the people who walk there.</p>
<p>Whoever opens it should see its own picture, and nobody else should learn that it was opened. That is all this example is for.</p>
<img alt="own" src="${encodeURI('calls home_files/map.png')}"><img alt="far" src="http://${http}/far.png"><img alt="set" srcset="http://${http}/set.png 2x">
<picture><source srcset="http://${http}/source.webp"><img alt="p" src="//${http}/protocol-relative.png"></picture>
<video src="http://${http}/video.mp4" poster="http://${http}/poster.png" autoplay></video><audio src="http://${http}/audio.mp3" autoplay></audio>
<iframe src="http://${http}/frame.html"></iframe><object data="http://${http}/object.swf"></object><embed src="http://${http}/embed.swf">
<svg><image href="http://${http}/svg.png"/></svg><p style="background-image:url(http://${http}/inline.png)">inline</p>
<form action="http://${http}/form"><button autofocus>send</button></form><a href="http://${http}/link" ping="http://${http}/ping">a link</a>
</article></body></html>`
}

function writePage(room: Room, listeners: Listeners): string {
  const folder = room.newFolder('Saved pages')
  mkdirSync(join(folder, 'calls home_files'))
  // The <base> would point the page's own picture at the network as well: a page as browsers save it has none.
  writeFileSync(join(folder, 'calls home.html'), hostilePage(listeners).replace(/<base [^>]*>\n/, ''))
  cpSync(picture, join(folder, 'calls home_files/map.png'))
  return folder
}

async function openPage(sanad: Sanad): Promise<void> {
  await search(sanad.window, 'title:"calls home"')
  await results(sanad.window).getByRole('option').first().click()
  await expect(reader(sanad.window).getByRole('heading', { level: 1 })).toHaveText('Page that calls home')
}

test('a page that loads remote resources is shown, and a listener hears nothing', async ({ room }) => {
  const listeners = await startListeners()
  try {
    // Chromium says this of the test's own looks into the frame: scripts are off there for everybody.
    const sanad = await room.start({ expected: [/^console: Blocked script execution in 'sanad-page:/] })
    const { window } = sanad
    await importFolder(sanad, writePage(room, listeners))
    await (await receiptOf(window, 'Saved pages')).getByRole('button', { name: words.common.done }).click()
    await openPage(sanad)

    const own = reader(window).getByRole('img', { name: 'own' })
    await expect(own).toBeVisible()
    await expect.poll(() => own.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(560)

    await reader(window).getByRole('radio', { name: words.reader.viewOriginal }).click()
    await expect(reader(window).getByText(/^This page tried to load \d+ things from the network: blocked$/)).toBeVisible()
    const frame = window.frameLocator('iframe')
    await expect(frame.getByRole('heading', { name: 'Page that calls home' })).toBeVisible()
    const shown = frame.getByRole('img', { name: 'own' })
    await expect.poll(() => shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(560)
    await expect(frame.locator('script, iframe, object, embed, form, [onload], [onerror]')).toHaveCount(0)

    const detail = await ask(sanad, 'search.run', { query: 'title:"calls home"' })
    const { remoteResources } = await ask(sanad, 'document.get', { id: detail.hits[0]?.id ?? 0 })
    expect(remoteResources.length).toBeGreaterThanOrEqual(12)

    // A click on the page's own link stays where it is, too.
    await frame.getByText('a link').click()
    await expect(frame.getByRole('heading', { name: 'Page that calls home' })).toBeVisible()
    // Longer than the page's meta refresh.
    await window.waitForTimeout(2500)
    expect(listeners.heard).toEqual([])
  } finally {
    await listeners.close()
  }
})

test('the listeners do hear whoever comes', async () => {
  const listeners = await startListeners()
  await fetch(`http://${listeners.http}/hello`)
  await listeners.close()
  expect(listeners.heard).toContain('http /hello')
})
