import { collapseSpace } from '#engine/extract/blocks/line-writer'

const SEPARATOR = /\s+[|–—\-·•»«:<>/~]+\s+|\s*[|»«]\s*|:\s+/gu

/** A title and the name of the site that stood beside it, when there was one. */
export type SplitTitle = Readonly<{ title: string; site?: string }>

/** What else the page says that helps to tell its title from its site's name. */
export type TitleContext = Readonly<{ site?: string | undefined; address?: string | undefined; heading?: string | undefined }>

/** A heading shorter than this may be the site's name itself. */
const HEADING = 12
const SITE = 60

/**
 * Takes the site's name off a title: at its end ("Headline | Site") or its beginning ("Site: Headline"). The name must be known, be the
 * host's, or be what stands beside the page's own heading: without any of these nothing is taken off, since headlines have dashes.
 */
export function splitTitle(raw: string, { site, address, heading }: TitleContext): SplitTitle {
  const title = collapseSpace(raw)
  const host = hostName(address)
  const isSite = (part: string): boolean => {
    const letters = lettersOf(part)
    return letters !== '' && ((site !== undefined && letters === lettersOf(site)) || (host !== undefined && letters === host))
  }
  const isHeading = (part: string): boolean =>
    heading !== undefined && part.length >= HEADING && lettersOf(part) === lettersOf(heading)
  for (const { index, 0: separator } of [...title.matchAll(SEPARATOR)].reverse()) {
    const [before, after] = [title.slice(0, index).trim(), title.slice(index + separator.length).trim()]
    if (before !== '' && isSite(after)) return { title: before, site: after }
    if (after !== '' && isSite(before)) return { title: after, site: before }
    // What stands beside the heading may be a site or a section: it is taken off, and called nothing.
    if (isHeading(before) && after.length <= SITE) return { title: before }
    if (isHeading(after) && before.length <= SITE) return { title: after }
  }
  return { title }
}

/** The name in a host: `www.example.co.uk` is `example`. */
function hostName(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined
  const labels = new URL(address).hostname.replace(/^www\d?\./, '').split('.')
  const name = labels.filter((label) => label.length > 3).at(0) ?? labels[0]
  return name === undefined || name.length < 3 ? undefined : lettersOf(name)
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
