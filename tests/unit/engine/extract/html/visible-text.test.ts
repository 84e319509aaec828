import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InlineTextBuilder } from '#engine/extract/blocks/inline-text'
import { findExcess, HTML_LIMITS } from '#engine/extract/html/html-guard'
import { visibleText } from '#engine/extract/html/visible-text'
import { restOfText } from '#shared/text/rest-of-text'

describe('visibleText', () => {
  it.each([
    ['<p>a<b>b</b> c</p><p>d', 'ab c\nd'],
    ['a<br>b<hr>c<div>d</div>e', 'a\nb\nc\nd\ne'],
    ['<ul><li>a<li>b</ul>', 'a\nb'],
    ['<table><tr><th>a<th>b<tr><td>c<td> <b>d</b> </table>', 'a\tb\nc\td'],
    ['<title>T &amp; U</title><body>x', 'T & U\nx'],
    ['&lt;p&gt; &#1587;&#x644;&amp;nbsp; &copy;', '<p> سل&nbsp; ©'],
    ['a<script>no</script>b<style>no</style>c<!-- no -->d', 'abcd'],
    ['<template>no<template>no</template>no</template>yes', 'yes'],
    ['<svg><text>no</text></svg>yes', 'yes'],
    ['<svg><path><p>yes', 'yes'],
    ['<noscript><p>yes</p></noscript>', 'yes'],
    ['<iframe>no</iframe>yes', 'yes'],
    ['<img alt="a &quot;b&quot;"> c <img alt> <img>', 'a "b" c'],
    ['<input type=submit value="Go"><input type=hidden value="no"><input placeholder="Find">', 'Go Find'],
    ['<pre>a\n  b</pre>', 'a\nb'],
    ['<p>a\n   b\t c</p>', 'a b c'],
    ['<div/>a<p/>b', 'a\nb'],
    ['a</p>b</div>c', 'a\nb\nc'],
    ['<p hidden>yes</p><p style="display:none">also</p>', 'yes\nalso'],
    ['<P>A</P ><SCRIPT>no</SCRIPT >B', 'A\nB'],
    ['a < b and c<d', 'a < b and c'],
    ['', '']
  ])('reads %j as %j', (html, text) => {
    expect(visibleText(html)).toBe(text)
  })

  it('never throws and never gives an empty line', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<script>',
        '</script>',
        '<svg>',
        '<pre>',
        '<td>',
        '<br>',
        '&amp;',
        '&#0;',
        '&#x110000;',
        '<!--',
        '-->',
        '<',
        '>',
        '"',
        "'",
        '<img alt="',
        '<![CDATA['
      ),
      fc.string({ unit: 'binary', maxLength: 8 })
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const lines = visibleText(pieces.join('')).split('\n')
        expect(lines.length === 1 || lines.every((line) => line.trim() !== '')).toBe(true)
      })
    )
  })
})

describe('findExcess', () => {
  it('lets old pages without end tags through', () => {
    expect(
      findExcess(
        `<table>${'<tr><td>a<td>b'.repeat(2000)}</table>${['<p>x', '<li>y', '<dt>z<dd>w', '<option>o'].map((part) => part.repeat(2000)).join('')}`
      )
    ).toBe(undefined)
  })

  it.each([
    ['depth', '<b>'.repeat(HTML_LIMITS.depth + 1)],
    ['depth', '<div/>'.repeat(HTML_LIMITS.depth + 1)],
    ['elements', '<br>'.repeat(HTML_LIMITS.elements + 1)],
    ['attributesPerElement', `<p ${'a b '.repeat(HTML_LIMITS.attributesPerElement / 2)} c>`],
    ['texts', '<'.repeat(HTML_LIMITS.texts + 2)],
    ['characters', 'x'.repeat(HTML_LIMITS.characters + 1)]
  ])('stops at the limit of %s', (limit, html) => {
    expect(findExcess(html)).toBe(limit)
  })

  it.each([
    '<b>'.repeat(HTML_LIMITS.depth),
    '<br>'.repeat(HTML_LIMITS.elements),
    '<div><p></div>'.repeat(5000),
    `<p ${'a '.repeat(HTML_LIMITS.attributesPerElement)}>`,
    `<img src="data:image/png;base64,${'A'.repeat(HTML_LIMITS.characters)}">`
  ])('lets what keeps to the limits through', (html) => {
    expect(findExcess(html)).toBe(undefined)
  })
})

describe('InlineTextBuilder', () => {
  it('collapses white space across its pieces and keeps runs on their words', () => {
    const builder = new InlineTextBuilder()
    builder.write('  a ')
    builder.open({ style: 'strong' })
    builder.write(' b\n')
    builder.open({ style: 'link', href: 'x' })
    builder.write('c ')
    builder.close()
    builder.close()
    builder.lineBreak()
    builder.write(' d  ')
    const { text, inline } = builder.take()
    expect(text).toBe('a b c\nd')
    expect(inline.map((run) => [run.style, text.slice(run.start, run.end)])).toEqual([
      ['strong', 'b c'],
      ['link', 'c']
    ])
  })

  it('keeps every run inside the text, whatever is written', () => {
    const step = fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('open', 'close', 'break', ' ', '\n'))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const builder = new InlineTextBuilder()
        for (const item of steps) {
          if (item === 'open') builder.open({ style: 'code' })
          else if (item === 'close') builder.close()
          else if (item === 'break') builder.lineBreak()
          else builder.write(item)
        }
        const { text, inline } = builder.take()
        expect(text).toBe(text.trim())
        for (const { start, end } of inline) expect(start >= 0 && start < end && end <= text.length).toBe(true)
      })
    )
  })
})

describe('restOfText', () => {
  it('counts lines: what stands twice and is shown once is left out once', () => {
    expect(restOfText('a\nb\na\n\n c \nd', 'a\nc')).toBe('b\na\nd')
    expect(restOfText('a\nb', 'a\nb')).toBe('')
  })
})
