/** One handler that runs, in every place where readers of HTML disagree on what is text and what is markup. */
import { inBody, type Payload, wholeFile } from '#tests/support/payloads/payload'

/** `@` stands for the element with the handler. */
const CONTEXTS: Readonly<Record<string, string>> = {
  'noscript in an attribute': '<noscript><p title="</noscript>@"></noscript>',
  'title in an attribute': '<title><a alt="</title>@"></title>',
  'textarea in an attribute': '<textarea><a alt="</textarea>@"></textarea>',
  'style in an attribute': '<style><a alt="</style>@"></style>',
  'script in an attribute': '<script><a alt="</script>@"></script>',
  'xmp in an attribute': '<xmp><a alt="</xmp>@"></xmp>',
  'noembed in an attribute': '<noembed><a alt="</noembed>@"></noembed>',
  'noframes in an attribute': '<noframes><a alt="</noframes>@"></noframes>',
  'iframe in an attribute': '<iframe><a alt="</iframe>@"></iframe>',
  'style with a comment': '<style><!--</style>@--></style>',
  'script with a comment': '<script><!--</script>@--></script>',
  'textarea with a comment': '<textarea><!--</textarea>@--></textarea>',
  'title with a comment': '<title><!--</title>@--></title>',
  'comment ended at once': '<!-->@-->',
  'comment ended with a dash': '<!--->@-->',
  'comment ended with an exclamation': '<!-- --!>@-->',
  'comment in a comment': '<!--<!-- -->@-->',
  'comment that is none': '<!x>@',
  'declaration with a bracket': '<!doctype x "<" ">@',
  'end tag that is none': '</ x>@',
  'end tag with attributes': '</p title=">@',
  'processing instruction': '<?x ">@"?>',
  'section in a page': '<![CDATA[>@]]>',
  'section in an SVG': '<svg><![CDATA[</svg>]]>@</svg>',
  'style of an SVG': '<svg><style>@</style></svg>',
  'style of an SVG, as a comment': '<svg><style><!--</style>@--></style></svg>',
  'title of an SVG': '<svg><title>@</title></svg>',
  'description of an SVG': '<svg><desc>@</desc></svg>',
  'foreign object': '<svg><foreignObject>@</foreignObject></svg>',
  'foreign object, small': '<svg><foreignobject>@</foreignobject></svg>',
  'paragraph out of an SVG': '<svg></p><style><a id="</style>@"></style></svg>',
  'break out of an SVG': '<svg><p>@</svg>',
  'break out of MathML': '<math><p>@</math>',
  'MathML text': '<math><mtext>@</mtext></math>',
  'MathML operator': '<math><mo>@</mo></math>',
  'MathML annotation': '<math><annotation-xml encoding="text/html">@</annotation-xml></math>',
  'MathML annotation, XHTML': '<math><annotation-xml encoding="application/xhtml+xml">@</annotation-xml></math>',
  'MathML glyph in a table': '<math><mtext><table><mglyph><style><math>@</style></mglyph></table></mtext></math>',
  'MathML style': '<math><style>@</style></math>',
  'SVG in MathML': '<math><mtext><svg><desc>@</desc></svg></mtext></math>',
  'MathML in SVG': '<svg><desc><math><mtext>@</mtext></math></desc></svg>',
  'misnested form': '<form><div></form><form>@</form></div>',
  'form in a table': '<table><form>@</form></table>',
  'moved out of a table': '<table>@<tr><td>x</table>',
  'moved out of a row': '<table><tr>@<td>x</table>',
  caption: '<table><caption>@</table>',
  'column group': '<table><colgroup>@</table>',
  choices: '<select><option>x@</select>',
  'choices, closed': '<select></select>@',
  'template of a shadow': '<p><template shadowrootmode=open>@</template></p>',
  'closed template of a shadow': '<div><template shadowrootmode=closed>@</template></div>',
  'button in a button': '<button><button>@</button></button>',
  'link in a link': '<a><table><a>@</a></table></a>',
  'heading in a heading': '<h1><h2>@</h1>',
  'list without a list': '<li>@<dd>x',
  ruby: '<ruby><rt>@</ruby>',
  'frame set that is none': '<body><frameset>@</frameset>',
  fieldset: '<fieldset><legend>@</legend></fieldset>',
  'after the body': '</body></html>@',
  'head in the body': '<head>@</head>',
  'object fallback': '<object>@</object>',
  'video fallback': '<video>@</video>',
  'canvas fallback': '<canvas>@</canvas>',
  picture: '<picture>@</picture>',
  dialog: '<dialog open>@</dialog>',
  slot: '<slot>@</slot>',
  'unknown element': '<x:y>@</x:y>',
  'nested two hundred deep': `${'<div>'.repeat(200)}@`,
  'nested five hundred deep': `${'<b>'.repeat(500)}@`
}

/** The element itself, written in many ways; `@` is the script. */
const WRITINGS: Readonly<Record<string, string>> = {
  slashes: '<img/src=x:/onerror=@>',
  'slash after the name': '<img / src=x: / onerror=@>',
  capitals: '<IMG SRC=x: ONERROR=@>',
  'line breaks': '<img\nsrc=x:\nonerror\n=\n@\n>',
  'form feeds': '<img\fsrc=x:\fonerror\f=\f@>',
  tabs: '<img\tsrc=x:\tonerror\t=\t"@">',
  'no space between values': '<img src="x:"onerror="@">',
  'single quotes': "<img src='x:' onerror='@'>",
  'doubled attribute': '<img src=x: onerror=@ onerror=0>',
  'quote in a name': '<img src=x: "onerror=0 onerror=@>',
  'equals in a name': '<img src=x: =a=b onerror=@>',
  'less-than in the tag': '<img <x src=x: onerror=@>',
  'never closed': '<img src=x: onerror=@ ',
  'closed by the next tag': '<img src=x: onerror=@ <p',
  'without a source': '<img src onerror=@>',
  'end tag in the value': '<img src=x: alt="</p>" onerror=@>',
  'comment in the value': '<img src=x: alt="<!--" onerror=@>-->',
  decimal: '<img src=x: onerror="&#40&#64;@)">'.replace('&#40&#64;@)', '&#40@&#41;'),
  hexadecimal: '<img src=x: onerror="&#x28;@&#X29;">',
  named: '<img src=x: onerror="&lpar;@&rpar;">',
  'escaped in script': '<img src=x: onerror="\\u0074his;@">',
  'line separator in script': '<img src=x: onerror="\u2028@">',
  'comment in script': '<img src=x: onerror="/*<!--*/@//-->">',
  'html comment in script': '<img src=x: onerror="<!--\n@">',
  'long attribute before': `<img alt="${'a'.repeat(70_000)}" src=x: onerror=@>`,
  'many attributes before': `<img ${Array.from({ length: 600 }, (_, at) => `a${at}`).join(' ')} src=x: onerror=@>`,
  'many elements before': `${'<i></i>'.repeat(5000)}<img src=x: onerror=@>`
}

/** Two readings of the same page: what is text for the first is markup for the second. */
const READ_TWICE: readonly string[] = [
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x: onerror=@&gt;">',
  '<svg></p><style><a id="</style><img src=x: onerror=@>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src=x: onerror=@>',
  '<noscript>&lt;/noscript&gt;<img title="&lt;/noscript&gt;&lt;img src=x: onerror=@&gt;">',
  '<p>&lt;img src=x: onerror=@&gt;</p>',
  '<listing>&lt;img src=x: onerror=@&gt;</listing>',
  '<xmp>&lt;/xmp&gt;&lt;img src=x: onerror=@&gt;</xmp>',
  '<a title="&quot;&gt;&lt;img src=x: onerror=@&gt;">x</a>',
  '<style>&lt;/style&gt;&lt;img src=x: onerror=@&gt;</style>',
  '<svg><style>&lt;img src=x: onerror=@&gt;</style></svg>'
]

/** Character sets in which plain letters are markup. */
function characterSets(): Payload[] {
  const element = (js: string): string => `<img src=x: onerror=${js}>`
  const utf16 = (text: string, isBig: boolean): Buffer => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
    return isBig ? bytes.swap16() : bytes
  }
  const file = (name: string, make: (js: string) => string | Buffer): Payload =>
    wholeFile('script', `characters ${name}`, ({ js }) => make(js))
  return [
    file('UTF-16, little end first', (js) => utf16(`<!doctype html>${element(js)}`, false)),
    file('UTF-16, big end first', (js) => utf16(`<!doctype html>${element(js)}`, true)),
    file('UTF-8 with a mark', (js) => `\ufeff<!doctype html>${element(js)}`),
    file('UTF-7', (js) => `<meta charset=utf-7>+ADw-img src=x: onerror=${js}+AD4-`),
    file('Japanese with switches', (js) =>
      Buffer.from(`<meta charset=iso-2022-jp><img alt="\x1b$@"><img src=x: onerror=${js}>\x1b(B">${element(js)}`, 'latin1')
    ),
    file('Chinese that swallows quotes', (js) =>
      Buffer.from(`<meta charset=gbk><img alt="\x81"><img alt="src=x: onerror=${js}>">${element(js)}`, 'latin1')
    ),
    file('NULs everywhere', (js) => `<!doctype html><im\0g>\0<\0img src=x: onerror=${js}>${element(js)}`),
    file('letters that fold', (js) => `<!doctype html><ſcript>${js}</ſcript><ımg src=x: onerror=${js}>${element(js)}`),
    file('declared late', (js) => `<!doctype html>${' '.repeat(3000)}<meta charset=utf-16>${element(js)}`),
    file('old declaration', (js) => `<?xml version="1.0" encoding="utf-16"?>${element(js)}`),
    file(
      'XHTML by its declaration only',
      (js) =>
        `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" ""><html xmlns="http://www.w3.org/1999/xhtml"><body>${element(js)}</body></html>`
    ),
    file(
      'frame set document',
      (js) => `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN"><frameset onload=${js}></frameset>`
    ),
    file('no doctype', (js) => element(js)),
    file('text only', (js) => `x ${element(js)}`)
  ]
}

/** Payloads that are the same handler in other surroundings. */
export function parsingContexts(): Payload[] {
  const vectors = ['<img src=x: onerror=@>', '<svg onload=@>']
  return [
    ...Object.entries(CONTEXTS).map(([name, context], at) =>
      inBody('script', `context ${name}`, ({ js }) => context.replaceAll('@', vectors[at % 2]?.replace('@', js) ?? ''))
    ),
    ...Object.entries(WRITINGS).map(([name, markup]) =>
      inBody('script', `written ${name}`, ({ js }) => markup.replaceAll('@', js))
    ),
    ...READ_TWICE.map((markup, at) =>
      inBody(
        'script',
        `read twice ${at + 1}`,
        ({ js }) => `<div id=a>${markup.replaceAll('@', js)}</div><script>a.innerHTML=a.innerHTML</script>`
      )
    ),
    ...READ_TWICE.map((markup, at) => inBody('script', `read once ${at + 1}`, ({ js }) => markup.replaceAll('@', js))),
    ...characterSets()
  ]
}
