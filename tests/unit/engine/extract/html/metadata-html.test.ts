import { describe, expect, it } from 'vitest'
import { localResourceKey } from '#engine/extract/html/local-resource'
import { pageMetadata } from '#engine/extract/html/metadata-html'
import { splitTitle } from '#engine/extract/html/page-title'
import { parsePage } from '#engine/extract/html/parse-page'
import { httpAddress, savedFrom } from '#engine/extract/html/source-address'

const metadataOf = (head: string, body = '<p>Text') => {
  const html = `<html><head>${head}</head><body>${body}</body></html>`
  return pageMetadata(parsePage(html), html)
}

describe('pageMetadata', () => {
  it('says nothing of a page that says nothing', () => {
    expect(metadataOf('')).toEqual({ title: null, author: null, publisher: null, date: null, sourceUrl: null, language: null })
  })

  it.each([
    ['<meta property="article:published_time" content="2020-12-09T10:00:00Z">', '2020-12-09'],
    ['<meta name="DC.date.issued" content="2020-12">', '2020-12'],
    ['<meta name="citation_publication_date" content="2020/12/09">', '2020-12-09'],
    ['<meta itemprop="datePublished" content="2020-12-09">', '2020-12-09'],
    ['<meta property="article:modified_time" content="2020-12-09">', null],
    ['<meta name="date" content="1970-01-01"><meta name="pubdate" content="9 Dec 2020">', '2020-12-09'],
    ['<script type="application/ld+json">[[{"@type":"Report","datePublished":"2019"}]]</script>', '2019'],
    ['<script type="application/ld+json">/*<![CDATA[*/ [{"@type":"Report","datePublished":"2019"}] /*]]>*/</script>', '2019'],
    ['<script type="application/ld+json"><!-- {"@type":"Report","datePublished":"2019"} --></script>', '2019'],
    ['<script type="application/ld+json">{"@type":"BreadcrumbList","datePublished":"2019"}</script>', null]
  ])('dates by %s: %s', (head, date) => {
    expect(metadataOf(head).date).toBe(date)
  })

  it.each([
    ['<time datetime="2020-12-09">x</time>', '2020-12-09'],
    ['<time datetime="2020-12-09">x</time><time datetime="2021-01-01">y</time>', null],
    ['<article><time datetime="2020-12-09">x</time></article><time datetime="2021-01-01">y</time>', '2020-12-09'],
    ['<article><time datetime="2020-12-09"></time></article><article><time datetime="2021-01-01"></time></article>', null],
    ['<span itemprop="datePublished" content="2020-12-09">x</span><time datetime="2021-01-01">y</time>', '2020-12-09']
  ])('dates by %s: %s', (body, date) => {
    expect(metadataOf('', body).date).toBe(date)
  })

  it('takes authors from everywhere they are named, without "By" and without addresses', () => {
    expect(metadataOf('<meta name="author" content="By Jane Doe">').author).toBe('Jane Doe')
    expect(metadataOf('<meta name="author" content="https://example.org/jane">').author).toBe(null)
    expect(
      metadataOf('<meta name="citation_author" content="Doe, J."><meta name="citation_author" content="Roe, R.">').author
    ).toBe('Doe, J., Roe, R.')
    expect(metadataOf('', '<a rel="author" href="/x">Jane Doe</a>').author).toBe('Jane Doe')
    const linked = '{"@type":"NewsArticle","author":["Jane Doe",{"name":"John Roe"},{"@id":"#x"}]}'
    expect(metadataOf(`<script type="application/ld+json">${linked}</script>`).author).toBe('Jane Doe, John Roe')
  })

  it('takes the site off the title, and makes it the publisher', () => {
    expect(metadataOf('<title>News | Example</title><meta property="og:site_name" content="Example">')).toMatchObject({
      title: 'News',
      publisher: 'Example'
    })
    expect(
      metadataOf(
        '<title>Long headline – Human Rights Example</title><link rel=canonical href="https://www.humanrightsexample.org/a">'
      )
    ).toMatchObject({
      title: 'Long headline',
      publisher: 'Human Rights Example'
    })
    expect(
      metadataOf('<title>Example</title><meta property="og:site_name" content="Example">', '<h1>The headline</h1>')
    ).toMatchObject({
      title: 'The headline'
    })
    expect(metadataOf('<title>The trial: a report – part two</title>').title).toBe('The trial: a report – part two')
  })

  it('prefers what the saving program noted to what the page says of its address', () => {
    const canonical = '<link rel="canonical" href="https://example.org/b">'
    expect(metadataOf(canonical).sourceUrl).toBe('https://example.org/b')
    expect(metadataOf(`<!-- saved from url=(0021)https://example.org/a -->${canonical}`).sourceUrl).toBe('https://example.org/a')
    expect(metadataOf('<link rel="canonical" href="/b"><base href="https://example.org/x/">').sourceUrl).toBe(
      'https://example.org/b'
    )
    expect(metadataOf('<meta property="og:url" content="javascript:alert(1)">').sourceUrl).toBe(null)
    expect(metadataOf('<base href="file:///C:/Saved/page.html">').sourceUrl).toBe(null)
  })

  it.each([
    ['<meta property="og:locale" content="fa_IR">', 'fa_IR'],
    ['<meta http-equiv="Content-Language" content="ar, en">', 'ar']
  ])('reads the language of %s', (head, language) => {
    expect(metadataOf(head).language).toBe(language)
  })

  it('decodes references and drops controls in values', () => {
    expect(metadataOf('<meta property="og:title" content="A &amp;amp; B &lt;i&gt;c&lt;/i&gt;\u202e d">').title).toBe('A & B c d')
  })
})

describe('splitTitle', () => {
  it.each([
    ['A – B – Site', 'Site', undefined, { title: 'A – B', site: 'Site' }],
    ['Site: A', 'Site', undefined, { title: 'A', site: 'Site' }],
    ['A | SITE ', 'Site', undefined, { title: 'A', site: 'SITE' }],
    ['A - B', undefined, undefined, { title: 'A - B' }],
    ['Site', 'Site', undefined, { title: 'Site' }],
    ['خبر | سایت', 'سایت', undefined, { title: 'خبر', site: 'سایت' }],
    ['A | Example', undefined, 'https://news.example.co.uk/a', { title: 'A | Example' }],
    ['A | Example', undefined, 'https://www.example.co.uk/a', { title: 'A', site: 'Example' }]
  ])('splits %s, site %s, at %s', (title, site, address, split) => {
    expect(splitTitle(title, { site, address })).toEqual(split)
  })

  it('knows the title by the heading of the page', () => {
    expect(splitTitle('Watch - Arrest of a teacher', { heading: 'Arrest of a  teacher' })).toEqual({
      title: 'Arrest of a teacher'
    })
    expect(splitTitle('Arrest of a teacher - part two', { heading: 'Another heading' })).toEqual({
      title: 'Arrest of a teacher - part two'
    })
  })
})

describe('savedFrom', () => {
  it.each([
    ['<!-- saved from url=(0022)https://example.org/a -->', 'https://example.org/a'],
    ['<!doctype html><!-- saved from url=(0014)about:internet -->', undefined],
    ['<!--\n Page saved with SingleFile \n url: https://example.org/b \n saved date: x\n-->', 'https://example.org/b'],
    ['<!-- Mirrored from www.example.org/c.html by HTTrack Website Copier/3.x -->', 'http://www.example.org/c.html'],
    ['<html data-scrapbook-source="https://example.org/d" data-scrapbook-create="1">', 'https://example.org/d'],
    ['<p>saved from url=(0022)https://example.org/a</p>', undefined]
  ])('reads %s', (html, address) => {
    expect(savedFrom(html)).toBe(address)
  })

  it('knows web addresses only', () => {
    expect([httpAddress('ftp://a'), httpAddress('http://'), httpAddress('//a/b'), httpAddress('http://[x')]).toEqual(
      Array(4).fill(undefined)
    )
  })
})

describe('localResourceKey', () => {
  it.each([
    ['page_files/a.png', '', 'page_files/a.png'],
    ['./page_files/a%20b.png?x#y', '', 'page_files/a b.png'],
    ['page_files\\a.png', '', 'page_files/a.png'],
    ['%D8%B3_files/a.png', '', 'س_files/a.png'],
    ['100%.png', '', '100%.png'],
    ['a.png', 'page_files/style.css', 'page_files/a.png'],
    ['../a.png', 'page_files/css/style.css', 'page_files/a.png'],
    ['../../../a.png', 'page_files/css/style.css', undefined],
    ['../a.png', '', undefined],
    ['/a.png', '', undefined],
    ['//host/a.png', '', undefined],
    ['http://host/a.png', '', undefined],
    ['data:image/png;base64,A', '', undefined],
    ['file:///a', '', undefined],
    ['C:\\a.png', '', undefined],
    ['a%2fb.png', '', undefined],
    ['a%00.png', '', undefined],
    ['%2e%2e/a.png', '', undefined],
    ['', '', undefined],
    ['#x', '', undefined]
  ])('of %s in %j is %s', (reference, from, key) => {
    expect(localResourceKey(reference, from)).toBe(key)
  })
})
