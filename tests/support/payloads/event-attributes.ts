/** Every attribute that holds script, on the elements where it comes about by itself or by a touch of the mouse or the keyboard. */
import { FILLING, inBody, type Payload } from '#tests/support/payloads/payload'

/** An eighth of a second of silence. */
const SOUND = `data:audio/wav;base64,${silence().toString('base64')}`
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

/** Elements whose events come without anybody doing anything: `@` stands for the handler. */
const BY_ITSELF: Readonly<Record<string, string>> = {
  'img error': '<img src=x: onerror=@>',
  'img load': `<img src="${PICTURE}" onload=@>`,
  'image error': '<image src=x: onerror=@>',
  'img srcset error': '<img srcset="x: 1x" onerror=@>',
  'picture error': '<picture><source srcset=x:><img onerror=@></picture>',
  'input image error': '<input type=image src=x: onerror=@>',
  'input image load': `<input type=image src="${PICTURE}" onload=@>`,
  'audio error': '<audio src=x: onerror=@></audio>',
  'video error': '<video src=x: onerror=@></video>',
  'source error': '<video><source src=x: onerror=@></video>',
  'audio source error': '<audio><source src=x: onerror=@></audio>',
  'embed load': '<embed src="data:text/html,x" onload=@>',
  'object load': '<object data="data:text/html,x" onload=@></object>',
  'object error': '<object data=x: onerror=@></object>',
  'iframe load': '<iframe onload=@></iframe>',
  'iframe srcdoc load': '<iframe srcdoc=x onload=@></iframe>',
  'style load': '<style onload=@>a{}</style>',
  'style error': '<style onerror=@>\\@import "x:";</style>',
  'link load': '<link rel=stylesheet href="data:text/css,a" onload=@>',
  'link error': '<link rel=stylesheet href=x: onerror=@>',
  'link icon error': '<link rel=preload as=image href=x: onerror=@>',
  'script load': '<script src="data:text/javascript,1" onload=@></script>',
  'script error': '<script src=x: onerror=@></script>',
  'body load': '<body onload=@>',
  'body pageshow': '<body onpageshow=@>',
  'body hashchange': '<body onhashchange=@><script>location.hash=1</script>',
  'body popstate': '<body onpopstate=@><script>location.hash=1</script>',
  'body error': '<body onerror=@><script>throw 1</script>',
  'body message': '<body onmessage=@><script>postMessage(1,"*")</script>',
  'body unhandledrejection': '<body onunhandledrejection=@><script>Promise.reject(1)</script>',
  'svg load': '<svg onload=@></svg>',
  'svg slash load': '<svg/onload=@>',
  'svg image load': `<svg><image href="${PICTURE}" onload=@ /></svg>`,
  'svg image error': '<svg><image href=x: onerror=@ /></svg>',
  'svg style load': '<svg><style onload=@>a{}</style></svg>',
  'svg animate begin': '<svg><animate onbegin=@ attributeName=x dur=1s /></svg>',
  'svg animate end': '<svg><animate onend=@ attributeName=x dur=10ms /></svg>',
  'svg animate repeat': '<svg><animate onrepeat=@ attributeName=x dur=10ms repeatCount=3 /></svg>',
  'svg set begin': '<svg><set onbegin=@ attributeName=x dur=1s /></svg>',
  'svg set end': '<svg><set onend=@ attributeName=x dur=10ms /></svg>',
  'svg animateTransform begin': '<svg><animateTransform onbegin=@ attributeName=transform dur=1s /></svg>',
  'svg animateMotion begin': '<svg><animateMotion onbegin=@ dur=1s /></svg>',
  'svg script error': '<svg><script href=x: onerror=@></script></svg>',
  'details toggle': '<details open ontoggle=@><summary>x</summary></details>',
  'marquee start': '<marquee onstart=@>x</marquee>',
  'marquee bounce': '<marquee behavior=alternate scrollamount=900 width=9 onbounce=@>x</marquee>',
  'marquee finish': '<marquee behavior=slide loop=1 scrollamount=900 onfinish=@>x</marquee>',
  'audio loadstart': `<audio src="${SOUND}" onloadstart=@></audio>`,
  'audio loadedmetadata': `<audio src="${SOUND}" onloadedmetadata=@></audio>`,
  'audio loadeddata': `<audio src="${SOUND}" preload=auto onloadeddata=@></audio>`,
  'audio durationchange': `<audio src="${SOUND}" ondurationchange=@></audio>`,
  'audio canplay': `<audio src="${SOUND}" preload=auto oncanplay=@></audio>`,
  'audio canplaythrough': `<audio src="${SOUND}" preload=auto oncanplaythrough=@></audio>`,
  'audio progress': `<audio src="${SOUND}" preload=auto onprogress=@></audio>`,
  'audio suspend': `<audio src="${SOUND}" preload=auto onsuspend=@></audio>`,
  'video play': `<video muted autoplay src="${SOUND}" onplay=@></video>`,
  'video playing': `<video muted autoplay src="${SOUND}" onplaying=@></video>`,
  'video timeupdate': `<video muted autoplay src="${SOUND}" ontimeupdate=@></video>`,
  'video ended': `<video muted autoplay src="${SOUND}" onended=@></video>`,
  'video pause': `<video muted autoplay src="${SOUND}" onpause=@></video>`,
  'animation start': '<style>\\@keyframes a{}</style><p style="animation:a 1s" onanimationstart=@>x',
  'animation end': '<style>\\@keyframes a{}</style><p style="animation:a 9ms" onanimationend=@>x',
  'animation iteration': '<style>\\@keyframes a{}</style><p style="animation:a 9ms 9" onanimationiteration=@>x',
  'old animation start': '<style>\\@keyframes a{}</style><p style="animation:a 1s" onwebkitanimationstart=@>x',
  'old animation end': '<style>\\@keyframes a{}</style><p style="animation:a 9ms" onwebkitanimationend=@>x',
  'transition run': '<style>\\@starting-style{p{opacity:0}}p{transition:opacity 1s}</style><p ontransitionrun=@>x',
  'transition start': '<style>\\@starting-style{p{opacity:0}}p{transition:opacity 1s}</style><p ontransitionstart=@>x',
  'transition end': '<style>\\@starting-style{p{opacity:0}}p{transition:opacity 9ms}</style><p ontransitionend=@>x',
  'old transition end': '<style>\\@starting-style{p{opacity:0}}p{transition:opacity 9ms}</style><p onwebkittransitionend=@>x',
  'content visibility': '<p style="content-visibility:auto" oncontentvisibilityautostatechange=@>x',
  'policy violation':
    '<meta http-equiv=Content-Security-Policy content="img-src \'none\'"><body onsecuritypolicyviolation=@><img src=x>',
  'slot change': '<div><template shadowrootmode=open><slot onslotchange=@></slot></template>x</div>'
}

/** Elements that take the focus: the first of a window by itself, the others when they are touched. */
const FOCUSED = [
  '<input autofocus # onfocus=@>',
  '<textarea autofocus # onfocus=@></textarea>',

  '<button autofocus # onfocus=@>x</button>',
  '<a href=# autofocus # onfocus=@>x</a>',
  '<div tabindex=0 autofocus # onfocus=@>x</div>',
  '<p contenteditable autofocus # onfocus=@>x</p>',
  '<svg tabindex=0 autofocus # onfocus=@><a></a></svg>',
  '<math tabindex=0 autofocus # onfocus=@><mi>x</mi></math>',
  '<iframe autofocus # onfocus=@></iframe>',
  '<summary autofocus # onfocus=@>x</summary>',
  '<audio controls autofocus # onfocus=@></audio>',
  '<x-own tabindex=0 autofocus # onfocus=@>x</x-own>'
]

/** Elements that fill their frame, so that the mouse finds them; `#` stands for their attributes. */
const TOUCHED = ['<p #>x</p>', '<input #>', '<svg #></svg>', '<x-own #>x</x-own>']
const BY_MOUSE = [
  'click',
  'mousedown',
  'mouseup',
  'mouseover',
  'mousemove',
  'mouseenter',
  'pointerdown',
  'pointerup',
  'pointerover'
]
const MORE_BY_MOUSE = ['mouseout', 'mouseleave', 'pointerenter', 'pointermove', 'pointerrawupdate', 'pointerout', 'pointerleave']
const RARER = ['dblclick', 'contextmenu', 'auxclick', 'wheel', 'mousewheel', 'gotpointercapture', 'dragstart', 'touchstart']
const IN_FIELDS = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'focus', 'select', 'selectionchange', 'change', 'blur']

/** Payloads that are attributes of events. */
export function eventAttributes(): Payload[] {
  const script = (name: string, markup: string): Payload =>
    inBody('script', name, ({ js }) => markup.replaceAll(/(?<!\\)@/g, () => js).replaceAll('\\@', '@'))
  return [
    ...Object.entries(BY_ITSELF).map(([name, markup]) => script(`event ${name}`, markup)),
    ...FOCUSED.map((markup) => script(`event focus ${markup}`, markup.replace('#', FILLING))),
    ...TOUCHED.flatMap((markup) =>
      BY_MOUSE.map((event) => script(`event ${event} ${markup}`, markup.replace('#', `${FILLING} on${event}=@`)))
    ),
    ...[...MORE_BY_MOUSE, ...RARER].map((event) => script(`event ${event}`, `<p draggable=true ${FILLING} on${event}=@>x</p>`)),
    ...IN_FIELDS.map((event) => script(`event ${event} in a field`, `<input value=abc ${FILLING} on${event}=@>`))
  ]
}

function silence(): Buffer {
  const samples = 1000
  const file = Buffer.alloc(44 + samples, 0x80)
  file.write('RIFF', 0, 'latin1')
  file.writeUInt32LE(36 + samples, 4)
  file.write('WAVEfmt ', 8, 'latin1')
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(8000, 24)
  file.writeUInt32LE(8000, 28)
  file.writeUInt16LE(1, 32)
  file.writeUInt16LE(8, 34)
  file.write('data', 36, 'latin1')
  file.writeUInt32LE(samples, 40)
  return file
}
