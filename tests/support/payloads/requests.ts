/** Markup, styles and scripts that ask something of the network. */
import { FILLING, inBody, type Mark, type Payload, wholeFile } from '#tests/support/payloads/payload'

/** `@` stands for the address. */
const MARKUP: Readonly<Record<string, string>> = {
  img: '<img src="@.png">',
  'img, scheme of the page': '<img src="//H/n/N">',
  'img, backslashes': '<img src="\\\\H\\n\\N">',
  'img, one slash': '<img src="http:/H/n/N">',
  'img, tab in the scheme': '<img src="ht\ttp://H/n/N">',
  'img, line break in the scheme': '<img src="ht\ntp://H/n/N">',
  'img, spaces': '<img src=" \t @.png ">',
  'img, capitals': '<img src="HTTP://H/n/N">',
  'img, entities': '<img src="&#104;ttp&colon;&sol;&sol;H/n/N">',
  'img, user and password': '<img src="http://a:b@H/n/N">'.replace('@H', '&commat;H'),
  'img, number as host': '<img src="http://2130706433:P/n/N">',
  'img, hexadecimal host': '<img src="http://0x7f.1:P/n/N">',
  'img, lazy': '<img loading=lazy src="@.png">',
  'img srcset': '<img srcset="@.png 1x">',
  'img srcset, widths': '<img sizes=100vw srcset="@.png 100w, @.png 9000w">',
  'img, attribution': '<img attributionsrc="@" src=x:>',
  'img, policy of its own': '<img referrerpolicy=unsafe-url crossorigin=anonymous src="@.png">',
  image: '<image src="@.png">',
  input: '<input type=image src="@.png">',
  picture: '<picture><source srcset="@.png"><img></picture>',
  video: '<video src="@.mp4"></video>',
  'video poster': '<video poster="@.png"></video>',
  'video source': '<video><source src="@.mp4"></video>',
  'video track': '<video crossorigin=anonymous src="data:video/mp4,x"><track default kind=captions src="@.vtt"></video>',
  audio: '<audio preload=auto src="@.mp3"></audio>',
  'audio source': '<audio preload=auto><source src="@.mp3"></audio>',
  iframe: '<iframe src="@.html"></iframe>',
  'iframe, lazy': '<iframe loading=lazy src="@.html"></iframe>',
  'iframe in srcdoc': '<iframe srcdoc="<img src=@.png>"></iframe>',
  frame: '</body><script>document.body.outerHTML="<frameset><frame src=@.html></frameset>"</script>',
  object: '<object data="@.html"></object>',
  'object of a picture': '<object type="image/png" data="@.png"></object>',
  'object of a film': '<object type="application/x-shockwave-flash" data="@.swf"></object>',
  embed: '<embed src="@.html">',
  'embed of a picture': '<embed type="image/png" src="@.png">',
  'embed of a PDF': '<embed type="application/pdf" src="@.pdf">',
  applet: '<applet code=a codebase="@"></applet>',
  portal: '<portal src="@.html"></portal>',
  'fenced frame': '<fencedframe src="@.html"></fencedframe>',
  'body background': '<body background="@.png">',
  'table background': '<table background="@.png"><tr><td>x</table>',
  'row background': '<table><tr background="@.png"><td>x</table>',
  'cell background': '<table><tr><td background="@.png">x</table>',
  'head background': '<table><thead background="@.png"><tr><th>x</table>',
  'meta refresh': '<meta http-equiv=refresh content="0;url=@.html">',
  'meta refresh, quotes': '<meta http-equiv=refresh content="0;URL=\'@.html\'">',
  'meta refresh, no name': '<meta http-equiv=refresh content="0;@.html">',
  'meta refresh, comma': '<meta http-equiv=refresh content="0,url=@.html">',
  'meta refresh, entity': '<meta http-equiv="&#82;efresh" content="0;url=@.html">',
  'base and img': '<base href="@/"><img src=a.png>',
  'base and frame': '<base href="@/"><iframe src=a.html></iframe>',
  'base and style': '<base href="@/"><p style="background:url(a.png)">x',
  'base and link': '<base href="@/" target=_blank><link rel=stylesheet href=a.css>',
  'link, clicked': `<a ${FILLING} href="@.html">x</a>`,
  'link in a new window, clicked': `<a ${FILLING} target=_blank href="@.html">x</a>`,
  'link in the whole window, clicked': `<a ${FILLING} target=_top href="@.html">x</a>`,
  'link in the frame above, clicked': `<a ${FILLING} target=_parent href="@.html">x</a>`,
  'ping, clicked': `<a ${FILLING} href="#" ping="@">x</a>`,
  'link attribution, clicked': `<a ${FILLING} href="#" attributionsrc="@">x</a>`,
  'download, clicked': `<a ${FILLING} href="@.bin" download=a>x</a>`,
  'SVG link, clicked': `<svg ${FILLING}><a href="@.html"><rect width="2000" height="2000"/></a></svg>`,
  'area, clicked': `<img ${FILLING} usemap="#m" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"><map name=m><area shape=default href="@.html"></map>`,
  'picture that says where, clicked': `<a href="@.html"><img ${FILLING} ismap src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></a>`,
  'form, clicked': `<form action="@"><input name=a value=b><button ${FILLING}>x</button></form>`,
  'form by POST, clicked': `<form method=post action="@"><input name=a value=b><button ${FILLING}>x</button></form>`,
  'form to a new window, clicked': `<form target=_blank action="@"><button ${FILLING}>x</button></form>`,
  'formaction, clicked': `<form><button ${FILLING} formaction="@">x</button></form>`,
  'image button, clicked': `<form action="@"><input type=image ${FILLING} src=x:></form>`,
  'form by key': `<form action="@"><input ${FILLING} onkeydown=0 name=a></form>`,
  'SVG image': '<svg><image width=9 height=9 href="@.png"/></svg>',
  'SVG image, xlink': '<svg><image width=9 height=9 xlink:href="@.png"/></svg>',
  'SVG use': '<svg><use href="@.svg#a"/></svg>',
  'SVG use of this page': '<base href="@/"><svg><use href="b.svg#a"/></svg>',
  'SVG picture filter': '<svg><filter id=f><feImage href="@.png"/></filter><rect filter="url(#f)" width=9 height=9 /></svg>',
  'SVG animated image': '<svg><image width=9 height=9><set attributeName=href to="@.png"/></image></svg>',
  'SVG animated image, values':
    '<svg><image width=9 height=9><animate attributeName=href values="@.png" fill=freeze dur=1ms /></image></svg>',
  'SVG style': '<svg><style>@import "@.css";</style></svg>'.replace('@import', '\\@import'),
  'SVG presentation':
    '<svg><rect width=9 height=9 style="fill:url(@.svg#a)"/><rect width=9 height=9 filter="url(@.svg#b)"/></svg>',
  'SVG mask': '<svg><rect width=9 height=9 mask="url(@.svg#b)"/></svg>',
  'SVG page inside': '<svg><foreignObject width=9 height=9><img src="@.png"></foreignObject></svg>',
  'SVG script': '<svg><script href="@.js"></script></svg>',
  'MathML link, clicked': `<math ${FILLING} href="@.html"><mi href="@.html">x</mi></math>`,
  'speculation, prefetch': '<script type=speculationrules>{"prefetch":[{"source":"list","urls":["@.html"]}]}</script>',
  'speculation, prerender': '<script type=speculationrules>{"prerender":[{"source":"list","urls":["@.html"]}]}</script>',
  'import map': '<script type=importmap>{"imports":{"a":"@.js"}}</script><script type=module>import "a"</script>',
  script: '<script src="@.js"></script>',
  'script, async': '<script async src="@.js"></script>',
  module: '<script type=module src="@.js"></script>',
  'template of a shadow': '<div><template shadowrootmode=open><img src="@.png"></template></div>',
  noscript: '<noscript><img src="@.png"></noscript><p>',
  'comment for old readers': '<!--[if true]><img src="@.png"><![endif]-->',
  'manifest of old': '<script>document.documentElement.setAttribute("manifest","@")</script>'
}

/** Links in the head, by their kind. */
const LINKS = [
  'stylesheet',
  'alternate stylesheet" title="a',
  'icon',
  'shortcut icon',
  'apple-touch-icon',
  'mask-icon',
  'manifest',
  'preload" as="image',
  'preload" as="script',
  'preload" as="style',
  'preload" as="font" crossorigin="anonymous',
  'preload" as="fetch" crossorigin="anonymous',
  'preload" as="track',
  'modulepreload',
  'prefetch',
  'prerender',
  'next',
  'subresource',
  'import',
  'serviceworker',
  'compression-dictionary',
  'search" type="application/opensearchdescription+xml',
  'pingback',
  'amphtml'
]

/** Style sheets; each can also stand where `@` is followed by nothing else. */
const STYLES: Readonly<Record<string, string>> = {
  import: '\\@import "@.css";',
  'import by url': '\\@import url(@.css);',
  'import by quoted url': "\\@import url('@.css');",
  'import in a layer': '\\@import "@.css" layer(a) supports(display:block) screen;',
  'import, escaped': '\\@\\69mport "@.css";',
  'import behind a comment': '/**/\\@import/**/"@.css";',
  'import behind a character set': '\\@charset "utf-8";\\@import "@.css";',
  background: 'body{background:url(@.png)}',
  'background, quoted': 'body{background:url("@.png")}',
  'background, escaped': 'body{background:u\\72l("@.png")}',
  'background, capitals': 'body{BACKGROUND:URL(@.png)}',
  'background, spaces': 'body{background: url(  "@.png"  )}',
  'background, escapes in the address': 'body{background:url("\\68ttp://H/n/N")}',
  'background, image set': 'body{background:image-set("@.png" 1x)}',
  'background, old image set': 'body{background:-webkit-image-set(url(@.png) 1x)}',
  'background, cross-fade': 'body{background:-webkit-cross-fade(url(@.png),url(@.png),50%)}',
  'background, one of many': 'body{background:linear-gradient(red,red),url(@.png)}',
  'background by a variable': ':root{--a:url(@.png)}body{background:var(--a)}',
  'background by a fallback': 'body{background:var(--none,url(@.png))}',
  'background in a nesting': 'html{& body{background:url(@.png)}}',
  'background in a condition': '\\@supports (display:block){\\@media all{body{background:url(@.png)}}}',
  'background in a layer': '\\@layer a{body{background:url(@.png)}}',
  'background in a container': '\\@container (min-width:1px){p{background:url(@.png)}}html{container-type:inline-size}',
  'background in a scope': '\\@scope (html){body{background:url(@.png)}}',
  'background by a frame': '\\@keyframes a{from{background:url(@.png)}to{background:url(@.png)}}body{animation:a 9s}',
  'background by a property': '\\@property --a{syntax:"<image>";inherits:true;initial-value:url(@.png)}body{background:var(--a)}',
  'background of a first letter': 'p::first-letter{background:url(@.png)}',
  'background after a bad rule': 'a{b:c;}}body{background:url(@.png)}',
  'background after a bad string': 'a{b:"\n}body{background:url(@.png)}',
  'background in old comments': '<!-- body{background:url(@.png)} -->',
  'attribute that tells': 'p[id^=a]{background:url(@.png)}',
  list: 'ul{list-style:url(@.png)}',
  border: 'p{border:9px solid;border-image:url(@.png) 9}',
  content: 'p::before{content:url(@.png)}',
  'content instead': 'p{content:url(@.png)}',
  'cursor, touched': 'html,body{height:100%;cursor:url(@.png),auto}',
  mask: 'p{mask:url(@.png)}',
  'old mask': 'p{-webkit-mask-image:url(@.png)}',
  'mask border': 'p{-webkit-mask-box-image:url(@.png)}',
  shape: 'p{float:left;shape-outside:url(@.png)}',
  filter: 'p{filter:url(@.svg#a)}',
  backdrop: 'p{backdrop-filter:url(@.svg#a)}',
  clip: 'p{clip-path:url(@.svg#a)}',
  path: 'p{offset-path:url(@.svg#a)}',
  reflection: 'p{-webkit-box-reflect:below 0 url(@.png)}',
  font: '\\@font-face{font-family:a;src:url(@.woff2)}body{font-family:a}',
  'font, second source': '\\@font-face{font-family:a;src:local("none"),url(@.woff2)format("woff2")}body{font-family:a}',
  'font, only for some letters': '\\@font-face{font-family:a;src:url(@.woff2);unicode-range:U+78}body{font-family:a}',
  binding: 'p{-moz-binding:url(@.xml#a)}',
  behaviour: 'p{behavior:url(@.htc)}',
  expression: 'p{width:expression(new Image().src="@")}',
  'filter of old': 'p{filter:progid:DXImageTransform.Microsoft.AlphaImageLoader(src="@.png")}',
  namespace: '\\@namespace "@";',
  'document rule': '\\@document url(@){p{background:url(@.png)}}'
}

/** In an attribute of an element. */
const INLINE = [
  'background:url(@.png)',
  'background:url(&quot;@.png&quot;)',
  "background:url('@.png')",
  'list-style:url(@.png);display:list-item',
  'content:url(@.png)',
  'mask:url(@.png)',
  '--a:url(@.png);background:var(--a)',
  'background:u\\72l(@.png)',
  'filter:url(@.svg#a)',
  'cursor:url(@.png),auto;position:fixed;inset:0'
]

/** Ways of scripts. */
const SCRIPTS: Readonly<Record<string, string>> = {
  fetch: 'fetch("@")',
  'fetch without an answer': 'fetch("@",{mode:"no-cors",method:"POST",body:"x"})',
  'fetch that outlives': 'fetch("@",{keepalive:true,mode:"no-cors"})',
  XHR: 'let x=new XMLHttpRequest;x.open("GET","@");x.send()',
  'XHR, at once': 'let x=new XMLHttpRequest;x.open("POST","@",false);x.send("x")',
  image: 'new Image().src="@"',
  sound: 'new Audio("@").load()',
  beacon: 'navigator.sendBeacon("@","x")',
  'event source': 'new EventSource("@")',
  'web socket': 'new WebSocket("ws://H/n/N")',
  worker: 'new Worker(URL.createObjectURL(new Blob([\'fetch("@")\'])))',
  'worker by import': 'new Worker(URL.createObjectURL(new Blob([\'importScripts("@.js")\'])))',
  'shared worker': 'new SharedWorker(URL.createObjectURL(new Blob([\'fetch("@")\'])))',
  'module worker': 'new Worker(URL.createObjectURL(new Blob([\'import "@.js"\'],{type:"text/javascript"})),{type:"module"})',
  import: 'import("@.js")',
  font: 'new FontFace("a","url(@.woff2)").load()',
  style: 'document.body.style.background="url(@.png)"',
  'style sheet': 'let s=new CSSStyleSheet;s.replaceSync("body{background:url(@.png)}");document.adoptedStyleSheets=[s]',
  frame: 'let f=document.createElement("iframe");f.src="@.html";document.body.append(f)',
  location: 'location="@.html"',
  'location of the window': 'top.location="@.html"',
  'new window': 'open("@.html")',
  form: 'let f=document.createElement("form");f.action="@";document.body.append(f);f.submit()',
  written: 'document.write("<img src=@.png>")',
  parsed: 'document.body.insertAdjacentHTML("beforeend","<img src=@.png>")',
  worklet: 'CSS.paintWorklet.addModule("@.js")',
  'audio worklet': 'new OfflineAudioContext(1,1,8000).audioWorklet.addModule("@.js")',
  XSLT: 'let p=new XSLTProcessor,d=new DOMParser;p.importStylesheet(d.parseFromString(\'<x:stylesheet version="1.0" xmlns:x="http://www.w3.org/1999/XSL/Transform"><x:template match="/"><img src="@.png" xmlns="http://www.w3.org/1999/xhtml"/></x:template></x:stylesheet>\',"text/xml"));document.body.append(p.transformToFragment(d.parseFromString("<a/>","text/xml"),document))',
  'frame of script': 'let f=document.createElement("iframe");document.body.append(f);f.contentWindow.fetch("@")',
  report: 'new ReportingObserver(()=>fetch("@"),{buffered:true});fetch("@")',
  cache: 'caches.open("a").then((c)=>c.add("@"))',
  notification: 'new Notification("a",{icon:"@.png"});fetch("@")',
  'media session': 'navigator.mediaSession.metadata=new MediaMetadata({artwork:[{src:"@.png"}]});fetch("@")'
}

/** Ways that carry no address: each has a listener or a name of its own. */
const BARE: Readonly<Record<string, (mark: Mark) => string>> = {
  'link preconnect': ({ tcp }) => `<link rel=preconnect href="http://${tcp()}">`,
  'link dns-prefetch': ({ hostName }) => `<link rel=dns-prefetch href="http://${hostName}">`,
  'img of a name': ({ hostName }) => `<img src="http://${hostName}/a.png">`,
  'script STUN': ({ udp }) =>
    `<script>let c=new RTCPeerConnection({iceServers:[{urls:"stun:${udp()}"}]});c.createDataChannel("x");c.createOffer().then((o)=>c.setLocalDescription(o))</script>`,
  'script TURN': ({ tcp }) =>
    `<script>let c=new RTCPeerConnection({iceServers:[{urls:"turn:${tcp()}?transport=tcp",username:"a",credential:"b"}]});c.createDataChannel("x");c.createOffer().then((o)=>c.setLocalDescription(o))</script>`,
  'script web transport': ({ udp }) => `<script>new WebTransport("https://${udp()}/")</script>`,
  'script secure socket': ({ tcp }) => `<script>new WebSocket("wss://${tcp()}/")</script>`,
  'script secure fetch': ({ tcp }) => `<script>fetch("https://${tcp()}/")</script>`,
  'img secure': ({ tcp }) => `<img src="https://${tcp()}/">`
}

/** Payloads that reach for the network. */
export function requests(): Payload[] {
  const put = (markup: string, { url, host, number }: Mark): string =>
    markup
      .replaceAll('\\@', '\u0000')
      .replaceAll('@', url)
      .replaceAll('\u0000', '@')
      .replaceAll('H/n/N', `${host}/n/${number}`)
      .replaceAll('P/n/N', `${host.split(':')[1]}/n/${number}`)
  const made = (kind: string, name: string, markup: string): Payload =>
    inBody('request', `${kind} ${name}`, (mark) => put(markup, mark))
  return [
    ...Object.entries(MARKUP).map(([name, markup]) => made('request', name, markup)),
    ...LINKS.map((relation) => made('link', relation, `<link rel="${relation}" href="@.css">`)),
    ...Object.entries(STYLES).map(([name, css]) => made('style', name, `<style>${css}</style><ul><li><p id=ab>x</p></ul>`)),
    ...['import', 'background', 'font'].map((name) =>
      made(
        'linked style',
        name,
        `<link rel=stylesheet href="data:text/css,${encodeURIComponent(STYLES[name] ?? '')
          .replaceAll('%40', '@')
          .replaceAll('%5C', '\\')}"><p>x`
      )
    ),
    ...INLINE.map((css) => made('inline style', css, `<p style="${css}">x</p>`)),
    ...Object.entries(SCRIPTS).map(([name, script]) => made('script', name, `<script>${script}</script>`)),
    ...Object.entries(BARE).map(([name, make]) => inBody('request', name, make)),
    wholeFile(
      'request',
      'SVG file with a picture',
      ({ url }) => `<svg xmlns="http://www.w3.org/2000/svg"><image width="9" height="9" href="${url}.png"/></svg>`,
      'image/svg+xml'
    ),
    wholeFile(
      'request',
      'SVG file with a style sheet',
      ({ url }) =>
        `<?xml-stylesheet href="${url}.css"?><svg xmlns="http://www.w3.org/2000/svg"><style>@import "${url}.css";</style></svg>`,
      'image/svg+xml'
    ),
    wholeFile(
      'request',
      'SVG file with an external entity',
      ({ url }) =>
        `<!DOCTYPE svg SYSTEM "${url}.dtd" [<!ENTITY % e SYSTEM "${url}.ent">%e;<!ENTITY x SYSTEM "${url}.txt">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>`,
      'image/svg+xml'
    ),
    wholeFile(
      'request',
      'XHTML file with a style sheet',
      ({ url }) =>
        `<?xml-stylesheet href="${url}.css" type="text/css"?><html xmlns="http://www.w3.org/1999/xhtml"><body><img src="${url}.png"/></body></html>`,
      'application/xhtml+xml'
    ),
    wholeFile(
      'request',
      'XHTML file with an XSLT',
      ({ url }) =>
        `<?xml-stylesheet href="${url}.xsl" type="text/xsl"?><html xmlns="http://www.w3.org/1999/xhtml"><body>x</body></html>`,
      'application/xhtml+xml'
    )
  ]
}
