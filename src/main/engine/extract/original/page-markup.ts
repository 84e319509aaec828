import sanitize from 'sanitize-html'
import { addressesInSet } from '#engine/extract/html/attempts'
import { HTML_LIMITS } from '#engine/extract/html/html-guard'
import { filterDeclarations } from '#engine/extract/original/css'
import { isEmbeddedPicture, type SavedResources } from '#engine/extract/original/saved-resources'

const TAGS = (
  'address article aside footer header hgroup h1 h2 h3 h4 h5 h6 main nav section search blockquote dd div dl dt figcaption figure hr li menu ol p pre ul ' +
  'a abbr b bdi bdo big br center cite code data del dfn em font i ins kbd mark nobr q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr ' +
  'caption col colgroup table tbody td tfoot th thead tr details summary fieldset legend img'
).split(' ')

/** Attributes that describe looks, language and structure; none of them loads, runs or leads anywhere. */
const ATTRIBUTES = (
  'class id dir lang title style align valign width height colspan rowspan bgcolor color face size border bordercolor cellpadding cellspacing rules frame nowrap ' +
  'hspace vspace clear start value reversed type datetime alt span scope headers abbr open hidden role noshade compact summary'
).split(' ')

/** Elements that go with all they hold: what is in them is not text for people, or would be read as something else. */
const WITH_CONTENT =
  'script style title template textarea option select svg math iframe noembed noframes xmp plaintext audio video canvas applet object embed map'.split(
    ' '
  )

/** Elements that keep their content and their looks, and lose what they do. */
const RENAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    form: 'div',
    button: 'span',
    label: 'span',
    dir: 'ul',
    picture: 'span',
    noscript: 'div'
  })
)

/** What the page may show, and the prefix before the key of each resource. */
export type MarkupOptions = Readonly<{ resources: SavedResources; resourceBase: string }>

type Attributes = Record<string, string>

/** The body of a page with the elements and attributes of a strict allow-list only. Call only within the guard's limits. */
export function sanitizeMarkup(html: string, options: MarkupOptions): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(options.resourceBase)?.[1]?.toLowerCase()
  return sanitize(html, {
    allowedTags: [...TAGS],
    allowedAttributes: { '*': [...ATTRIBUTES, 'aria-*'], img: ['src'], td: ['background'], table: ['background'] },
    allowedSchemes: [],
    allowedSchemesByTag: {
      img: ['data', ...(scheme ? [scheme] : [])],
      td: scheme ? [scheme] : [],
      table: scheme ? [scheme] : []
    },
    allowedSchemesAppliedToAttributes: ['src', 'background', 'href'],
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    nonTextTags: WITH_CONTENT,
    nestingLimit: HTML_LIMITS.depth,
    transformTags: {
      '*': (tagName, attribs) => ({
        tagName: RENAMED.get(tagName) ?? tagName,
        attribs: harmlessAttributes(tagName, attribs, options)
      })
    }
  })
}

/** The attributes of one element after the same rules. Used for the root elements, which are written anew. */
export function harmlessAttributes(tag: string, given: Readonly<Attributes>, options: MarkupOptions): Attributes {
  const kept: Attributes = {}
  for (const [name, value] of Object.entries(given))
    if (ATTRIBUTES.includes(name) || /^aria-[a-z]+$/.test(name)) kept[name] = value
  if (kept.style !== undefined) {
    const style = filterDeclarations(kept.style, { resources: options.resources, key: '' })
    if (style === '') delete kept.style
    else kept.style = style
  }
  if (tag === 'img') {
    const source = pictureAddress(given, options)
    if (source !== undefined) kept.src = source
  }
  const background = given.background === undefined ? undefined : options.resources.addressOf(given.background)
  if (background !== undefined && (tag === 'td' || tag === 'table')) kept.background = background
  // The address stays to be read; it leads nowhere.
  if (tag === 'a' && given.href && !/^(?:#|javascript:|data:|vbscript:)/i.test(given.href.trim()))
    kept.title = given.href.slice(0, 2000)
  return kept
}

/** The saved picture; of several sizes the first that was saved. */
function pictureAddress(given: Readonly<Attributes>, { resources }: MarkupOptions): string | undefined {
  const source = given.src ?? ''
  if (isEmbeddedPicture(source)) return source.trim()
  for (const candidate of [source, ...addressesInSet(given.srcset ?? '')]) {
    const address = resources.addressOf(candidate)
    if (address !== undefined) return address
  }
  return undefined
}
