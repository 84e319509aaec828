import { eachElement } from '#engine/extract/html/each-element'
import { escapeHtml } from '#engine/extract/html/escape-html'
import { filterStyleSheet } from '#engine/extract/original/css'
import { harmlessAttributes, type MarkupOptions, sanitizeMarkup } from '#engine/extract/original/page-markup'

/** What every page gets first: links keep their looks without their address, missing pictures show their description. */
const BASE_STYLE = 'a[title]{text-decoration:underline;cursor:help}img{max-width:100%}'

/**
 * The Original view of a page: a whole HTML document in UTF-8 that looks like the page and can neither run nor load anything but the
 * resources saved with it. Markup and styles pass strict allow-lists, and the document's own policy refuses the rest. Call only for
 * pages within the guard's limits.
 */
export function originalView(html: string, options: MarkupOptions): string {
  const { root, body, styles } = lookOf(html, options)
  const doctype = /<!doctype/i.test(html.slice(0, 2000)) ? '<!doctype html>' : ''
  return (
    `${doctype}<html${written(root)}><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${policyFor(options.resourceBase)}"><style>${BASE_STYLE}</style>${styles}</head>` +
    `<body${written(body)}>${sanitizeMarkup(html, options)}</body></html>`
  )
}

function policyFor(resourceBase: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(resourceBase)?.[0] ?? ''
  const saved = `data: ${scheme}`.trim()
  return `default-src 'none'; img-src ${saved}; style-src 'unsafe-inline' ${scheme}; font-src data:; base-uri 'none'; form-action 'none'`
}

/** The attributes of the root elements, and the style sheets in their order. */
function lookOf(html: string, options: MarkupOptions) {
  let root: Record<string, string> = {}
  let body: Record<string, string> = {}
  const styles: string[] = []
  let media = ''
  eachElement(html, {
    element(name, attributes) {
      if (name === 'html') root = { ...harmlessAttributes(name, Object.fromEntries(attributes), options), ...root }
      else if (name === 'body') body = { ...harmlessAttributes(name, Object.fromEntries(attributes), options), ...body }
      else if (name === 'style') media = attributes.get('media') ?? ''
      else if (name === 'link') styles.push(linkedStyle(attributes, options))
    },
    style(css) {
      const filtered = filterStyleSheet(css, { resources: options.resources, key: '' })
      if (filtered !== '') styles.push(`<style${mediaAttribute(media)}>${filtered}</style>`)
    }
  })
  return { root, body, styles: styles.join('') }
}

function linkedStyle(attributes: ReadonlyMap<string, string>, { resources }: MarkupOptions): string {
  const relation = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
  if (!relation.includes('stylesheet') || relation.includes('alternate')) return ''
  const address = resources.addressOf(attributes.get('href') ?? '')
  return address === undefined
    ? ''
    : `<link rel="stylesheet" href="${escapeHtml(address)}"${mediaAttribute(attributes.get('media') ?? '')}>`
}

function mediaAttribute(media: string): string {
  return /^[\w\s(),:.<=>/-]{1,200}$/.test(media) ? ` media="${escapeHtml(media)}"` : ''
}

function written(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('')
}
