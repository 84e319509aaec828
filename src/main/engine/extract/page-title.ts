import { collapseSpace } from '#engine/extract/line-writer'

const SEPARATOR = /\s+[|–—\-·•»«:<>/~]+\s+|\s*[|»«]\s*|:\s+/gu

/** A title and the name of the site that stood beside it, when there was one. */
export type SplitTitle = Readonly<{ title: string; site?: string }>

/**
 * Takes the site's name off a title: at its end ("Headline | Site") or its beginning ("Site: Headline"). The name must be known, or be
 * the host's: without either nothing is taken off, since headlines have dashes of their own.
 */
export function splitTitle(raw: string, site: string | undefined, address: string | undefined): SplitTitle {
  const title = collapseSpace(raw)
  const host = hostName(address)
  const isSite = (part: string): boolean => {
    const letters = lettersOf(part)
    return letters !== '' && ((site !== undefined && letters === lettersOf(site)) || (host !== undefined && letters === host))
  }
  for (const { index, 0: separator } of [...title.matchAll(SEPARATOR)].reverse()) {
    const [before, after] = [title.slice(0, index).trim(), title.slice(index + separator.length).trim()]
    if (before !== '' && isSite(after)) return { title: before, site: after }
    if (after !== '' && isSite(before)) return { title: after, site: before }
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
