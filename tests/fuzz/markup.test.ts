/**
 * What stands between a page and the window: the guard, the sanitiser and the filter of styles, on pages and sheets put together from
 * pieces that mean something to a parser. Nothing that runs, loads or leads away is ever left, nor comes about when what was cleaned is read again.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eachElement } from '#engine/extract/html/each-element'
import { findExcess, HTML_LIMITS } from '#engine/extract/html/html-guard'
import { filterDeclarations, filterStyleSheet } from '#engine/extract/original/css'
import { originalView } from '#engine/extract/original/page'
import { sanitizeMarkup } from '#engine/extract/original/page-markup'
import { savedResources } from '#engine/extract/original/saved-resources'
import { checkProperty } from '#tests/support/fuzz/cases'
import { allPayloads } from '#tests/support/payloads/all-payloads'

const BASE = 'sanad-page://d7/'
const options = { resources: savedResources(['page_files/a.png', 'page_files/a.css'], BASE, null), resourceBase: BASE }
const TIME = { timeout: 3_600_000 }

const MARK = { number: 0, js: 'pwned()', url: 'http://evil.test/n/0', host: 'evil.test' }
const PAYLOADS = allPayloads()
  .filter(({ mediaType }) => mediaType === 'text/html')
  .map(({ bytes }) => bytes({ ...MARK, tcp: () => 'evil.test:1', udp: () => 'evil.test:2', hostName: 'p.evil.test' }).toString())
const NAMES =
  'a p div span img svg math style script title textarea noscript template table tr td select option form input iframe object embed base meta link mtext mglyph annotation-xml foreignObject desc font b i xmp plaintext noembed noframes frameset head body html video audio source picture'.split(
    ' '
  )
const ATTRIBUTES =
  'href src srcset style onclick onerror onload xlink:href action formaction srcdoc id class title lang dir name width background poster data ping rel type http-equiv content media is slot'.split(
    ' '
  )
const VALUES = [
  'http://evil.test/a',
  '//evil.test',
  'javascript:pwned()',
  'page_files/a.png',
  'page_files/a.css',
  'data:image/png;base64,iVBORw0KGgo=',
  'data:text/html,<script>pwned()</script>',
  'background:url(http://evil.test/a)',
  'color:red',
  '"',
  "'",
  '>',
  '<',
  '&quot;&gt;',
  '&#x6a;avascript:pwned()',
  'x',
  ''
]

const piece = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...NAMES),
      fc.array(fc.tuple(fc.constantFrom(...ATTRIBUTES), fc.constantFrom(...VALUES), fc.constantFrom('"', "'", '', '`')), {
        maxLength: 3
      })
    )
    .map(
      ([name, attributes]) => `<${name}${attributes.map(([key, value, quote]) => ` ${key}=${quote}${value}${quote}`).join('')}>`
    ),
  fc.constantFrom(...NAMES).map((name) => `</${name}>`),
  fc.constantFrom(
    '<!--',
    '-->',
    '--!>',
    '<![CDATA[',
    ']]>',
    '<!doctype html>',
    '<?x ?>',
    '</',
    '<',
    '>',
    '"',
    "'",
    '/>',
    '\0',
    '\f',
    '&lt;',
    '&#0;',
    '&amp;',
    'text',
    ' ',
    '\n',
    '\u2028',
    '\ud800',
    '\ufeff',
    '@import "http://evil.test/a";',
    'a{b:url(http://evil.test)}'
  ),
  fc.string({ unit: 'binary', maxLength: 8 })
)
const page = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc
    .tuple(fc.constantFrom(...PAYLOADS), fc.constantFrom(...PAYLOADS), fc.nat(), fc.nat())
    .map(([one, other, end, start]) => one.slice(0, end % (one.length + 1)) + other.slice(start % (other.length + 1))),
  fc
    .tuple(fc.constantFrom(...PAYLOADS), piece, fc.nat())
    .map(([payload, odd, at]) => payload.slice(0, at % payload.length) + odd + payload.slice(at % payload.length))
)

const ALLOWED_NEVER = new Set(
  'script iframe frame frameset object embed applet svg math base form input button textarea select option template noscript audio video source track map area canvas xmp plaintext noembed noframes title isindex picture meta link portal fencedframe'.split(
    ' '
  )
)
const STYLE_THAT_LOADS =
  /(?:url|src|image|image-set|cross-fade|expression)\(\s*(?!["']?(?:sanad-page:\/\/d7\/|data:(?:image\/(?:png|jpe?g|gif|webp|avif|bmp)|font)|["']?\)))|@import|@namespace|behavior\s*:|-moz-binding|\\/i

/** What in cleaned markup could run, load or lead away. */
function harmIn(html: string): string[] {
  const harm: string[] = []
  eachElement(html, {
    element(name, attributes) {
      if (ALLOWED_NEVER.has(name)) harm.push(`<${name}>`)
      for (const [attribute, value] of attributes) {
        if (/^on|^(?:srcdoc|srcset|formaction|ping|action|xlink:href|poster|data|is|target|http-equiv|href)$/.test(attribute))
          harm.push(`${name} ${attribute}`)
        if (
          /^(?:src|background)$/.test(attribute) &&
          !/^(?:sanad-page:\/\/d7\/|data:image\/(?:png|jpe?g|gif|webp|avif|bmp)[;,])/.test(value)
        )
          harm.push(`${attribute}=${value}`)
        if (
          attribute === 'style' &&
          STYLE_THAT_LOADS.test(value.replaceAll(/"[^"]*"|'[^']*'/g, (text) => (/:|\/\//.test(text) ? text : '""')))
        )
          harm.push(`style=${value}`)
      }
    },
    style: (css) => {
      if (/@import|evil\.test\/[a-z]*["')]/i.test(css)) harm.push(`css ${css}`)
    }
  })
  return harm
}

/** Names of the elements and attributes of a piece of markup. */
function namesIn(html: string): Set<string> {
  const names = new Set<string>()
  eachElement(html, {
    element: (name, attributes) => {
      names.add(name)
      for (const attribute of attributes.keys()) names.add(`${name} ${attribute}`)
    },
    style: () => undefined
  })
  return names
}

test(
  'cleaned markup holds nothing that runs, loads or leads away, and what is text in it never becomes markup',
  TIME,
  async () => {
    await checkProperty(
      'sanitiser',
      fc.property(page, (html) => {
        if (findExcess(html) !== undefined) return
        const once = sanitizeMarkup(html, options)
        expect(harmIn(once)).toEqual([])
        // Elements may be nested otherwise by who reads them next, as browsers do; none may come about, and no attribute.
        const twice = sanitizeMarkup(once, options)
        expect(harmIn(twice)).toEqual([])
        const known = namesIn(once)
        expect([...namesIn(twice)].filter((name) => !known.has(name))).toEqual([])
      })
    )
  }
)

test('a whole page made harmless is the same page when it is made again', TIME, async () => {
  await checkProperty(
    'Original view',
    fc.property(page, (html) => {
      if (findExcess(html) !== undefined) return
      const shown = originalView(html, options)
      expect(shown.slice(shown.indexOf('<body'))).not.toMatch(/<script|<svg|<iframe|<object|<embed|<base|<form/i)
      expect(shown.match(/<meta/gi)).toHaveLength(2)
    })
  )
})

const CSS_PIECES = [
  'a',
  'p',
  '.b',
  '#c',
  ':hover',
  '::before',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ';',
  ':',
  ',',
  '"',
  "'",
  '\\',
  '/*',
  '*/',
  '<!--',
  '-->',
  '@import',
  '@media all',
  '@font-face',
  '@namespace',
  '@supports',
  '@layer a',
  '@charset',
  'url(',
  'url("http://evil.test/a")',
  'u\\72l(http://evil.test/a)',
  'src("http://evil.test/a")',
  'image-set("http://evil.test/a" 1x)',
  'background',
  'content',
  'color',
  'red',
  'expression(pwned())',
  'behavior',
  '-moz-binding',
  'var(--a, url(http://evil.test/a))',
  '--a',
  '</style>',
  '<script>',
  '!important',
  '&',
  '\0',
  '\n',
  ' ',
  'url(page_files/a.png)',
  'data:image/svg+xml,<svg onload=pwned()>',
  '\\0',
  '\\@',
  'U+0-7F',
  '%',
  '1e999px'
]
const sheet = fc
  .array(fc.oneof(fc.constantFrom(...CSS_PIECES), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 24 })
  .map((pieces) => pieces.join(''))

test('a filtered style sheet asks for nothing, ends no element, and filtering it again changes nothing', TIME, async () => {
  const css = { resources: options.resources, key: '' }
  await checkProperty(
    'style filter',
    fc.property(sheet, (text) => {
      for (const filter of [filterStyleSheet, filterDeclarations]) {
        const once = filter(text, css)
        expect(once).not.toMatch(
          // After an odd number of backslashes it is a letter of a name.
          /(?<![\w\u0080-\uffff-])(?<!(?<!\\)(?:\\\\)*\\)(?:@import|@namespace)|(?:^|[{;])\s*[\w-]+\s*:[^{}]*expression\(|[{;]\s*(?:-moz-binding|behavior)\s*:|<\/style|<!--/i
        )
        // What a string holds is no function; one that is a function's argument is looked at.
        const outside = once.replaceAll(/(?<!\(\s*)"(?:[^"\\]|\\.)*"/g, '""')
        expect(outside.replaceAll(/url\(sanad-page:[^)]*\)/g, '')).not.toMatch(
          /(?<![\w\u0080-\uffff-])(?:url|src|image-set|cross-fade)\(\s*["']?(?:http|\/\/|data:image\/svg)/i
        )
        // An address of a saved resource stands for what was named; it is not one that a page may name.
        if (!once.includes('sanad-page:')) expect(filter(once, css)).toBe(once)
      }
    }),
    2
  )
})

test('the guard never fails, and names a limit of its own or none', TIME, async () => {
  const limits: readonly unknown[] = [undefined, ...Object.keys(HTML_LIMITS)]
  await checkProperty(
    'HTML guard',
    fc.property(fc.oneof(page, fc.string({ unit: 'binary', maxLength: 400 })), (html) => {
      expect(limits).toContain(findExcess(html))
    })
  )
  expect(findExcess('<div>'.repeat(20_000))).toBe('depth')
})

test('what is looked for is found where nothing was cleaned', () => {
  const found = PAYLOADS.filter((payload) => harmIn(payload).length > 0)
  expect(found.length).toBeGreaterThan(PAYLOADS.length * 0.8)
})
