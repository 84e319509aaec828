/** Script in elements, files and addresses that are run as script. */
import { FILLING, inBody, type Mark, type Payload, wholeFile } from '#tests/support/payloads/payload'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const dataScript = ({ js }: Mark): string => `data:text/javascript;base64,${base64(js)}`
const dataPage = ({ js }: Mark): string => `data:text/html;base64,${base64(`<script>${js}</script>`)}`
const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`
/** Entities for every character, as attributes are read. */
const entities = (text: string, write: (code: number) => string): string =>
  [...text].map((letter) => write(letter.codePointAt(0) ?? 0)).join('')

const ELEMENTS: Readonly<Record<string, (mark: Mark) => string>> = {
  plain: ({ js }) => `<script>${js}</script>`,
  capitals: ({ js }) => `<SCRIPT>${js}</SCRIPT>`,
  'mixed case': ({ js }) => `<sCrIpT>${js}</ScRiPt>`,
  'line break in the tag': ({ js }) => `<script\n>${js}</script\n>`,
  'slash in the tag': ({ js }) => `<script/x>${js}</script/x>`,
  'form feed in the tag': ({ js }) => `<script\f>${js}</script>`,
  'tab in the end tag': ({ js }) => `<script>${js}</script\t x=y>`,
  'with a type': ({ js }) => `<script type="text/javascript">${js}</script>`,
  'with an empty type': ({ js }) => `<script type="">${js}</script>`,
  'with an old type': ({ js }) => `<script type="application/x-ecmascript">${js}</script>`,
  'with a language': ({ js }) => `<script language=javascript1.2>${js}</script>`,
  module: ({ js }) => `<script type=module>${js}</script>`,
  'behind a comment': ({ js }) => `<script><!--\n${js}\n--></script>`,
  'event and for': ({ js }) => `<script for=window event=onload>${js}</script>`,
  'src data': (mark) => `<script src="${dataScript(mark)}"></script>`,
  'src data async': (mark) => `<script async src="${dataScript(mark)}"></script>`,
  'src data defer': (mark) => `<script defer src="${dataScript(mark)}"></script>`,
  'module src data': (mark) => `<script type=module src="${dataScript(mark)}"></script>`,
  'module import': (mark) => `<script type=module>import "${dataScript(mark)}"</script>`,
  'import map': (mark) =>
    `<script type=importmap>{"imports":{"a":"${dataScript(mark)}"}}</script><script type=module>import "a"</script>`,
  'src remote': ({ url }) => `<script src="${url}.js"></script>`,
  'inner text': ({ js }) => `<script>document.write("<scr"+"ipt>${js}<\\/scr"+"ipt>")</script>`,
  'through innerHTML': ({ js }) => `<p id=a></p><script>a.innerHTML="<img src=x: onerror=${js}>"</script>`,
  'through eval': ({ js }) => `<script>eval(atob("${base64(js)}"))</script>`,
  'through Function': ({ js }) => `<script>Function(atob("${base64(js)}"))()</script>`,
  'through a timer': ({ js }) => `<script>setTimeout(atob("${base64(js)}"))</script>`,
  'through import()': (mark) => `<script>import("${dataScript(mark)}")</script>`,
  'through a blob frame': ({ js }) =>
    `<iframe id=f></iframe><script>f.src=URL.createObjectURL(new Blob(["<script>${js}<\\/script>"],{type:"text/html"}))</script>`,
  'through a blob script': ({ js }) =>
    `<script>let s=document.createElement("script");s.src=URL.createObjectURL(new Blob([atob("${base64(js)}")]));document.head.append(s)</script>`,
  'own element': ({ js }) =>
    `<script>customElements.define("a-b",class extends HTMLElement{connectedCallback(){${js}}})</script><a-b></a-b>`,
  'two that repair each other': ({ js }) => `<scr<script>ipt>${js}</scr</script>ipt>`,
  'unclosed at the end': ({ js }) => `<script>${js}</script`,
  'in an SVG': ({ js }) => `<svg><script>${js}</script></svg>`,
  'in an SVG, as CDATA': ({ js }) => `<svg><script><![CDATA[${js}]]></script></svg>`,
  'in an SVG, as entities': ({ js }) => `<svg><script>${entities(js, (code) => `&#${code};`)}</script></svg>`,
  'in an SVG, by href': (mark) => `<svg><script href="${dataScript(mark)}"></script></svg>`,
  'in an SVG, by xlink:href': (mark) => `<svg><script xlink:href="${dataScript(mark)}"></script></svg>`,
  'in a MathML text': ({ js }) => `<math><mtext><script>${js}</script></mtext></math>`,
  'in a table': ({ js }) => `<table><script>${js}</script></table>`,
  'in a list of choices': ({ js }) => `<select><script>${js}</script></select>`,
  'in a frame set': ({ js }) => `<frameset><frame src="javascript:${js}"></frameset>`,
  'in srcdoc': ({ js }) => `<iframe srcdoc="<script>${js}</script>"></iframe>`,
  'in srcdoc, as entities': ({ js }) => `<iframe srcdoc="&#60;script&#62;${js}&lt;/script&gt;"></iframe>`,
  'in srcdoc in srcdoc': ({ js }) =>
    `<iframe srcdoc="<iframe srcdoc='&amp;lt;script&amp;gt;${js}&amp;lt;/script&amp;gt;'></iframe>"></iframe>`,
  'in a shadow tree': ({ js }) => `<div><template shadowrootmode=open><script>${js}</script></template></div>`,
  'in a frame by data': (mark) => `<iframe src="${dataPage(mark)}"></iframe>`,
  'in an object by data': (mark) => `<object data="${dataPage(mark)}"></object>`,
  'in an object by data, typed': (mark) => `<object type="text/html" data="${dataPage(mark)}"></object>`,
  'in an embed by data': (mark) => `<embed src="${dataPage(mark)}">`,
  'in an embed by data, typed': (mark) => `<embed type="text/html" src="${dataPage(mark)}">`,
  'in a frame by an SVG': ({ js }) =>
    `<iframe src="data:image/svg+xml;base64,${base64(svg(`<script>${js}</script>`))}"></iframe>`,
  'in an object by an SVG': ({ js }) =>
    `<object data="data:image/svg+xml;base64,${base64(svg(`<script>${js}</script>`))}"></object>`,
  'in an embed by an SVG': ({ js }) => `<embed src="data:image/svg+xml;base64,${base64(svg(`<script>${js}</script>`))}">`,
  'in a frame by XHTML': ({ js }) =>
    `<iframe src="data:application/xhtml+xml;base64,${base64(`<html xmlns="http://www.w3.org/1999/xhtml"><script>${js}</script></html>`)}"></iframe>`,
  'in a frame by XSLT': ({ js }) =>
    `<iframe src="data:text/xml;base64,${base64(`<x:script xmlns:x="http://www.w3.org/1999/xhtml">${js}</x:script>`)}"></iframe>`
}

/** Addresses that are script, as written in many ways. */
const WRITINGS: Readonly<Record<string, (js: string) => string>> = {
  plain: (js) => `javascript:${js}`,
  capitals: (js) => `JAVASCRIPT:${js}`,
  'mixed case': (js) => `jAvAsCrIpT:${js}`,
  'spaces before': (js) => `  \t\n javascript:${js}`,
  'controls before': (js) => `&#1;&#14;&#31;javascript:${js}`,
  'tab inside': (js) => `java\tscript:${js}`,
  'line break inside': (js) => `java\nscript:${js}`,
  'return inside': (js) => `java\rscript:${js}`,
  'tab as entity': (js) => `java&Tab;script:${js}`,
  'line break as entity': (js) => `java&NewLine;script&colon;${js}`,
  decimal: (js) => `${entities('javascript:', (code) => `&#${code};`)}${js}`,
  'long decimal': (js) => `${entities('javascript:', (code) => `&#${String(code).padStart(7, '0')}`)};${js}`.replace(':;', ':'),
  hexadecimal: (js) => `${entities('javascript:', (code) => `&#x${code.toString(16)};`)}${js}`,
  'a comment first': (js) => `javascript://%0a${js}`,
  'percent signs': (js) => `javascript:${entities(js, (code) => `%${code.toString(16).padStart(2, '0')}`)}`
}

/** Places for such addresses that lead there by themselves. */
const LEADING: Readonly<Record<string, string>> = {
  frame: '<iframe src="@"></iframe>',
  object: '<object data="@"></object>',
  embed: '<embed src="@">'
}
const CLICKED: Readonly<Record<string, string>> = {
  link: '<a #  href="@">x</a>',
  area: '<img # usemap="#m" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"><map name=m><area shape=default href="@"></map>',
  form: '<form action="@"><button #>x</button></form>',
  formaction: '<form><button # formaction="@">x</button></form>',
  'input formaction': '<form><input type=submit # formaction="@"></form>',
  'image formaction': '<form><input type=image # formaction="@"></form>',
  'SVG link': '<svg #><a href="@"><rect width="2000" height="2000" /></a></svg>',
  'SVG xlink': '<svg #><a xlink:href="@"><rect width="2000" height="2000" /></a></svg>',
  'SVG animated link':
    '<svg #><a><animate attributeName=href values="@" fill=freeze dur=1ms /><rect width="2000" height="2000" /></a></svg>',
  'SVG set link': '<svg #><a><set attributeName=href to="@" /><rect width="2000" height="2000" /></a></svg>',
  'MathML link': '<math # href="@"><mtext href="@">x</mtext></math>',
  'base and link': '<base href="javascript:/a"><a # href="@">x</a>',
  'link in a new window': '<a # target=_blank href="@">x</a>'
}

const TYPED: readonly Payload[] = [
  wholeFile('script', 'SVG file with a script', ({ js }) => svg(`<script>${js}</script>`), 'image/svg+xml'),
  wholeFile('script', 'SVG file with CDATA', ({ js }) => svg(`<script><![CDATA[${js}]]></script>`), 'image/svg+xml'),
  wholeFile('script', 'SVG file with a handler', ({ js }) => svg('').replace('<svg', `<svg onload="${js}"`), 'image/svg+xml'),
  wholeFile(
    'script',
    'SVG file with a script by address',
    (mark) => svg(`<script href="${dataScript(mark)}"/>`),
    'image/svg+xml'
  ),
  wholeFile('script', 'SVG file with xlink', (mark) => svg(`<script xlink:href="${dataScript(mark)}"/>`), 'image/svg+xml'),
  wholeFile(
    'script',
    'SVG file with an animation',
    ({ js }) => svg(`<animate onbegin="${js}" attributeName="x" dur="1s"/>`),
    'image/svg+xml'
  ),
  wholeFile(
    'script',
    'SVG file with a page inside',
    ({ js }) =>
      svg(
        `<foreignObject width="99" height="99"><body xmlns="http://www.w3.org/1999/xhtml" onload="${js}"><img src="x:" onerror="${js}"/></body></foreignObject>`
      ),
    'image/svg+xml'
  ),
  wholeFile(
    'script',
    'SVG file with a frame inside',
    ({ js }) =>
      svg(
        `<foreignObject width="99" height="99"><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:${js}"/></foreignObject>`
      ),
    'image/svg+xml'
  ),
  wholeFile(
    'script',
    'SVG file with an entity',
    ({ js }) => `<!DOCTYPE svg [<!ENTITY e "${js}">]>${svg('<script>&e;</script>')}`,
    'image/svg+xml'
  ),
  wholeFile(
    'script',
    'SVG file with a script of XHTML',
    ({ js }) => svg(`<h:script xmlns:h="http://www.w3.org/1999/xhtml">${js}</h:script>`),
    'image/svg+xml'
  ),
  wholeFile(
    'script',
    'XHTML file with a script',
    ({ js }) => `<html xmlns="http://www.w3.org/1999/xhtml"><body><script>${js}</script></body></html>`,
    'application/xhtml+xml'
  ),
  wholeFile(
    'script',
    'XHTML file with CDATA',
    ({ js }) => `<html xmlns="http://www.w3.org/1999/xhtml"><body><script><![CDATA[${js}]]></script></body></html>`,
    'application/xhtml+xml'
  ),
  wholeFile(
    'script',
    'XHTML file with a prefix',
    ({ js }) => `<a:html xmlns:a="http://www.w3.org/1999/xhtml"><a:body><a:script>${js}</a:script></a:body></a:html>`,
    'application/xhtml+xml'
  ),
  wholeFile(
    'script',
    'XHTML file with an SVG',
    ({ js }) => `<html xmlns="http://www.w3.org/1999/xhtml"><body>${svg(`<script>${js}</script>`)}</body></html>`,
    'application/xhtml+xml'
  )
]

/** Payloads that are script outside event attributes. */
export function scriptElements(): Payload[] {
  const address = (places: Readonly<Record<string, string>>, writings: readonly string[]): Payload[] =>
    Object.entries(places).flatMap(([place, markup]) =>
      writings.map((writing) =>
        inBody('script', `address ${place}, ${writing}`, ({ js }) =>
          markup.replace('#', FILLING).replaceAll('@', WRITINGS[writing]?.(js) ?? '')
        )
      )
    )
  return [
    ...Object.entries(ELEMENTS).map(([name, make]) => inBody('script', `script ${name}`, make)),
    ...address({ frame: LEADING.frame ?? '' }, Object.keys(WRITINGS)),
    ...address({ object: LEADING.object ?? '', embed: LEADING.embed ?? '' }, ['plain']),
    ...address({ link: CLICKED.link ?? '' }, Object.keys(WRITINGS)),
    ...address(Object.fromEntries(Object.entries(CLICKED).filter(([name]) => name !== 'link')), ['plain', 'tab inside']),
    ...TYPED
  ]
}
