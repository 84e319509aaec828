import { describe, expect, it } from 'vitest'
import { attemptsOf } from '#engine/extract/html/attempts'
import { remoteResourcesOf } from '#engine/extract/html/remote-resources'

const found = (html: string): string[] => attemptsOf(html).map(({ kind, address }) => `${kind} ${address}`)

describe('what a page would have loaded or sent', () => {
  it.each([
    ['<script src="https://x/a.js"></script>', ['script https://x/a.js']],
    ['<link rel="stylesheet" href="//x/a.css">', ['style //x/a.css']],
    [
      '<style>@import "https://x/a.css"; @import url(https://x/b.css);</style>',
      ['style https://x/a.css', 'style https://x/b.css']
    ],
    [
      '<style>@font-face { src: url("https://x/f.woff2") } a { background: url(https://x/p.png) }</style>',
      ['font https://x/f.woff2', 'picture https://x/p.png']
    ],
    ['<link rel="preload" as="font" href="https://x/f.woff2">', ['font https://x/f.woff2']],
    ['<iframe src="https://x/"></iframe><frame src="https://y/">', ['frame https://x/', 'frame https://y/']],
    ['<iframe srcdoc="<img src=https://x/in.png>"></iframe>', ['picture https://x/in.png']],
    ['<link rel="prefetch" href="https://x/"><link rel="dns-prefetch" href="//y">', ['prefetch https://x/', 'prefetch //y']],
    ['<a href="https://x/" ping="https://x/1 https://x/2">', ['ping https://x/1', 'ping https://x/2']],
    ['<meta http-equiv="Refresh" content="0; URL=\'https://x/\'">', ['refresh https://x/']],
    ['<form action="https://x/"><button formaction="https://y/">', ['form https://x/', 'form https://y/']],
    [
      '<video src="https://x/v" poster="https://x/p"><source src="https://x/s"><track src="https://x/t">',
      ['media https://x/v', 'picture https://x/p', 'media https://x/s', 'media https://x/t']
    ],
    ['<object data="https://x/o"></object><embed src="https://x/e">', ['plugin https://x/o', 'plugin https://x/e']],
    ['<img srcset="https://x/1 1x, https://x/2 2x">', ['picture https://x/1', 'picture https://x/2']],
    [
      '<script>new WebSocket("wss://x/s"); fetch("https://x/f"); r.open("POST", \'https://x/r\')</script>',
      ['socket wss://x/s', 'request https://x/f', 'request https://x/r']
    ],
    ['<body onload="navigator.sendBeacon(\'https://x/b\')">', ['request https://x/b']],
    ['<script type="speculationrules">{"prefetch":[{"urls":["https://x/s"]}]}</script>', ['prefetch https://x/s']],
    ['<base href="https://x/"><img src="a.png"><img src="data:image/png,x"><a href="b">', ['picture https://x/a.png']],
    ['<img src="a.png"><a href="https://x/">link</a><script>"https://x/quoted"</script>', []]
  ])('is told of %s', (html, expected) => {
    expect(found(html)).toEqual(expected)
  })

  it('is bounded, and comes to an end on pages made to be slow', () => {
    expect(attemptsOf(`<img src="https://x/${'a'.repeat(2_000_000)}">`)[0]?.address.length).toBe(500)
    const many = Array.from({ length: 5000 }, (_, n) => `<img src="https://x/${n}">`).join('')
    expect(attemptsOf(many).length).toBe(500)
    for (const slow of [
      '@import '.repeat(200_000),
      '@font-face {'.repeat(100_000),
      'url('.repeat(300_000),
      'fetch('.repeat(300_000)
    ]) {
      attemptsOf(`<style>${slow}</style>`)
      attemptsOf(`<script>${slow}</script>`)
    }
  })

  it('leaves out of what a page loads by itself what waits for a click or a script', () => {
    const html =
      '<form action="https://x/f"><img src="https://x/p"><img src="https://x/p"><script>new WebSocket("wss://x/s")</script>'
    expect(remoteResourcesOf(html)).toEqual(['https://x/p'])
  })
})
