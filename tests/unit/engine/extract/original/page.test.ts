import { describe, expect, it } from 'vitest'
import { eachElement } from '#engine/extract/html/each-element'
import { originalView } from '#engine/extract/original/page'
import { savedResources } from '#engine/extract/original/saved-resources'
import { PAYLOADS } from '#tests/unit/engine/extract/original/page-payloads'

const BASE = 'sanad-page://7/'
const SAVED = ['page_files/a.png', 'page_files/style.css', 'page_files/my picture é.jpg', 'page_files/b 100%.gif']

const render = (html: string): string => originalView(html, { resources: savedResources(SAVED, BASE, null), resourceBase: BASE })

const HARMFUL = new Set(
  'script iframe frame frameset object embed applet svg math base form input button textarea select option template noscript audio video source track map area canvas xmp plaintext noembed noframes title isindex picture'.split(
    ' '
  )
)

/** What in a rendered page could run, load or lead somewhere, apart from the resources saved with it. */
function harmIn(html: string): string[] {
  const harm: string[] = []
  let metas = 0
  const style = (css: string): void => {
    for (const [found] of css.matchAll(
      /(?:url|src|image|image-set|expression)\(\s*(?!["']?(?:sanad-page:\/\/7\/|data:(?:image\/(?:png|jpe?g|gif|webp)|font))).{0,40}|@import.{0,20}|@namespace.{0,20}|behavior|-moz-binding/gi
    )) {
      harm.push(`css ${found}`)
    }
    if (/evil\.test/.test(css)) harm.push(`address in css ${css}`)
    if (/\bu\\|\\0*(?:55|75|52|72|4c|6c)\b/i.test(css)) harm.push(`escaped css ${css}`)
  }
  eachElement(html, {
    element(name, attributes) {
      if (HARMFUL.has(name)) harm.push(`<${name}>`)
      if (name === 'meta' && ++metas > 2) harm.push('meta')
      if (name === 'link' && !(attributes.get('rel') === 'stylesheet' && attributes.get('href')?.startsWith(BASE)))
        harm.push('link')
      for (const [attribute, value] of attributes) {
        if (
          attribute.startsWith('on') ||
          /^(?:srcdoc|srcset|formaction|ping|action|xlink:href|poster|data|cite|manifest|is|usemap|target|autofocus|contenteditable|http-equiv)$/.test(
            attribute
          )
        ) {
          if (!(name === 'meta' && attribute === 'http-equiv' && value === 'Content-Security-Policy'))
            harm.push(`${name} ${attribute}`)
        }
        if (attribute === 'href' && name !== 'link') harm.push(`href ${value}`)
        if (
          (attribute === 'src' || attribute === 'background') &&
          !/^(?:sanad-page:\/\/7\/|data:image\/(?:png|jpe?g|gif|webp)[;,])/.test(value)
        )
          harm.push(`${attribute} ${value}`)
        if (attribute === 'style') style(value)
        if (attribute !== 'title' && /evil\.test|javascript:/i.test(value)) harm.push(`address in ${attribute}`)
      }
    },
    style
  })
  return harm
}

describe('originalView', () => {
  it('is tested with more than sixty payloads', () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThan(60)
  })

  it.each(PAYLOADS)('leaves nothing that runs, loads or leads away in %s', (payload) => {
    for (const html of [payload, `<!doctype html><html><head>${payload}</head><body><p>text</p>${payload}</body></html>`]) {
      expect(harmIn(render(html))).toEqual([])
    }
  })

  it('finds harm where there is some', () => {
    for (const html of [
      '<img src=x onerror=y>',
      '<p style="background:url(http://evil.test/)">',
      '<style>a{background:url(//x)}</style>',
      '<a href="http://x">',
      '<iframe>'
    ]) {
      expect(harmIn(html)).not.toEqual([])
    }
  })

  it('shows the saved pictures and styles under their addresses', () => {
    const html = render(
      '<link rel="stylesheet" href="./page_files/style.css" media="screen"><img src="page_files/a.png?x=1#y"><img src="page_files/my%20picture%20e%CC%81.jpg"><img srcset="http://evil.test/big.png 2x, page_files/a.png 1x"><img src="page_files/b 100%.gif">'
    )
    expect(html).toContain('<link rel="stylesheet" href="sanad-page://7/page_files/style.css" media="screen">')
    expect(html).toContain('src="sanad-page://7/page_files/my%20picture%20%C3%A9.jpg"')
    expect(html).toContain('src="sanad-page://7/page_files/b%20100%25.gif"')
    expect(html.match(/sanad-page:\/\/7\/page_files\/a\.png"/g)).toHaveLength(2)
  })

  it('keeps embedded raster pictures and drops drawings', () => {
    const png = 'data:image/png;base64,iVBORw0KGgo='
    expect(render(`<img src="${png}">`)).toContain(png)
    expect(render('<img alt="d" src="data:image/svg+xml;base64,PHN2Zz4=">')).toContain('<img alt="d" />')
  })

  it('keeps the look: styles, classes, language and direction', () => {
    const html = render(
      '<!doctype html><html lang="fa" dir="rtl" class="no-js"><head><style media="(min-width: 10px)">.a > b{color:red;background:url(page_files/a.png)}</style></head><body style="margin:0;color:blue" class="home"><p style="color:red;font:12px serif">متن'
    )
    expect(html).toMatch(/^<!doctype html><html lang="fa" dir="rtl" class="no-js"><head><meta charset="utf-8">/)
    expect(html).toContain(
      '<style media="(min-width: 10px)">.a>b{color:red;background:url(sanad-page://7/page_files/a.png)}</style>'
    )
    expect(html).toContain('<body style="margin:0;color:blue" class="home">')
    expect(html).toContain('<p style="color:red;font:12px serif">متن</p>')
  })

  it('shows where a link led, and leads nowhere', () => {
    expect(render('<a class="c" href="https://example.org/a?b=1&amp;c=2">x</a>')).toContain(
      '<a class="c" title="https://example.org/a?b=1&amp;c=2">x</a>'
    )
  })

  it('has a policy of its own', () => {
    expect(render('<p>x')).toContain(
      `content="default-src 'none'; img-src data: sanad-page:; style-src 'unsafe-inline' sanad-page:; font-src data:; base-uri 'none'; form-action 'none'"`
    )
  })

  it('keeps the text of what stood in for scripts', () => {
    expect(render('<noscript>Please read <b>this</b></noscript>')).toContain('Please read <b>this</b>')
  })
})
