/// <reference path="./css-tree-parts.d.ts" />
import type { CssNode, List, ListItem } from 'css-tree'
import generate from 'css-tree/generator'
import parse from 'css-tree/parser'
import walk from 'css-tree/walker'
import { isEmbeddedPicture, type SavedResources } from '#engine/extract/original/saved-resources'

/** What a style sheet may refer to, and where it stands. */
export type CssOptions = Readonly<{
  resources: SavedResources
  /** Key of the style sheet; empty for styles inside the page. */
  key: string
}>

/** Styles longer than this are not shown. */
const LONGEST = 5_000_000

/** Rules that only describe looks. All others go: `@import` and `@namespace` name addresses, the rest no browser here knows. */
const AT_RULES = new Set([
  'media',
  'supports',
  'font-face',
  'page',
  'keyframes',
  '-webkit-keyframes',
  'layer',
  'container',
  'counter-style',
  'property',
  'scope',
  'starting-style'
])

/** Functions that can not load anything. What is not listed takes its declaration with it. */
const FUNCTIONS = new Set(
  (
    'rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark calc min max clamp round mod rem abs sign sin cos tan asin acos atan pow sqrt hypot log exp var env ' +
    'linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient ' +
    '-webkit-linear-gradient -webkit-radial-gradient -webkit-repeating-linear-gradient -webkit-gradient -moz-linear-gradient -o-linear-gradient from to color-stop ' +
    'translate translatex translatey translatez translate3d scale scalex scaley scalez scale3d rotate rotatex rotatey rotatez rotate3d skew skewx skewy matrix matrix3d perspective ' +
    'blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia alpha ' +
    'counter counters attr format tech local cubic-bezier steps linear repeat minmax fit-content inset circle ellipse polygon rect path xywh shape symbols'
  ).split(' ')
)

/** Properties by which old browsers ran code. */
const PROPERTIES = /^[*_]?(?:behaviou?r|-moz-binding|-ms-behavior)$/i

const EMBEDDED_FONT =
  /^data:(?:font\/[\w+-]+|application\/(?:x-)?font[\w+-]*|application\/vnd\.ms-fontobject);base64,[a-z0-9+/=\s]*$/i

const NAME = /[^\s,()/*+:;]/
const LONGEST_NAME = 60

/** A style sheet without anything that loads from elsewhere or runs. References to saved resources get their addresses. Empty when it can not be read. */
export function filterStyleSheet(css: string, options: CssOptions): string {
  return filter(css, 'stylesheet', options)
}

/** The same for a `style` attribute. */
export function filterDeclarations(css: string, options: CssOptions): string {
  return filter(css, 'declarationList', options)
}

function filter(css: string, context: 'stylesheet' | 'declarationList', options: CssOptions): string {
  if (css.length > LONGEST) return ''
  try {
    const tree = parse(css, { context, parseCustomProperty: true, onParseError: () => undefined })
    clean(tree, options)
    // No end tag may stand in a style element; the escape means the same inside CSS.
    return generate(tree).replace(/<(?=[/!])/g, '\\3c ')
  } catch {
    // Nested beyond the stack: such a sheet is not for looks.
    return ''
  }
}

function clean(tree: CssNode, options: CssOptions): void {
  walk(tree, {
    enter(node: CssNode, item: ListItem<CssNode>, list: List<CssNode> | null) {
      const drop = (): symbol => {
        list?.remove(item)
        return walk.skip
      }
      if (node.type === 'Atrule') return AT_RULES.has(node.name.toLowerCase()) && namesNothing(node.prelude) ? undefined : drop()
      if (node.type === 'Rule') return isRaw(node.prelude) ? drop() : undefined
      if (node.type === 'Declaration') return isHarmless(node, options) ? undefined : drop()
      if (node.type === 'Raw' || node.type === 'Comment' || node.type === 'CDO' || node.type === 'CDC')
        return list ? drop() : undefined
      return undefined
    }
  })
}

function isRaw(node: CssNode | null): boolean {
  return node?.type === 'Raw'
}

/** The words between an at-rule and its block hold no address; no browser loads from there, and none need be trusted not to. */
function namesNothing(prelude: CssNode | null): boolean {
  let isHarmless = !isRaw(prelude)
  if (prelude !== null)
    walk(prelude, (node: CssNode) => {
      if (node.type === 'Url' || (node.type === 'Raw' && !isHarmlessRaw(node.value))) isHarmless = false
    })
  return isHarmless
}

/** Rewrites the addresses in a declaration; false when any of it may not stay. */
function isHarmless(declaration: Extract<CssNode, { type: 'Declaration' }>, options: CssOptions): boolean {
  if (PROPERTIES.test(declaration.property) || declaration.property.includes('\\')) return false
  if (declaration.value.type === 'Raw') return isHarmlessRaw(declaration.value.value)
  let harmless = true
  walk(declaration.value, (node: CssNode) => {
    if (node.type === 'Function') harmless &&= FUNCTIONS.has(node.name.toLowerCase())
    else if (node.type === 'Raw') harmless &&= isHarmlessRaw(node.value)
    else if (node.type === 'Url') {
      const address = allowedAddress(node.value, declaration.property, options)
      if (address === undefined) harmless = false
      else node.value = address
    }
  })
  return harmless
}

/** Text the parser left as it was: without escapes, with every string closed (else what follows would be in it), and with no function but listed ones. */
function isHarmlessRaw(text: string): boolean {
  if (/[\\@<]/.test(text) || /["']/.test(text.replace(/"[^"\n\r\f]*"|'[^'\n\r\f]*'/g, ''))) return false
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    let start = open
    while (start > 0 && open - start <= LONGEST_NAME && NAME.test(text.charAt(start - 1))) start--
    const name = text.slice(start, open).toLowerCase()
    if (name !== '' && !FUNCTIONS.has(name)) return false
  }
  return true
}

function allowedAddress(address: string, property: string, { resources, key }: CssOptions): string | undefined {
  if (property === 'src') return EMBEDDED_FONT.test(address) ? address : undefined
  return isEmbeddedPicture(address) ? address.trim() : resources.addressOf(address, key)
}
