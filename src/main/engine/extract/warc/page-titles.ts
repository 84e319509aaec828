import { captureKey } from '#engine/extract/warc/page-references'

const MOST = 500_000
const LONGEST = 150

/** Titles of pages by key, from a list of pages in JSON lines (WACZ). Lines that are none are passed over. */
export function pageTitles(list: Uint8Array): Map<string, string> {
  const titles = new Map<string, string>()
  for (const line of Buffer.from(list).toString('utf8').split('\n')) {
    if (titles.size >= MOST) break
    const page = parsed(line)
    const title = page?.title.replace(/\s+/g, ' ').trim()
    const key = page === undefined ? undefined : captureKey(page.url, null)
    // Pages without a title are listed under their address.
    if (title && key !== undefined && title !== page?.url && !titles.has(key)) titles.set(key, title.slice(0, LONGEST))
  }
  return titles
}

function parsed(line: string): { url: string; title: string } | undefined {
  if (!line.includes('"title"')) return undefined
  try {
    const page: unknown = JSON.parse(line)
    if (typeof page !== 'object' || page === null || !('url' in page) || !('title' in page)) return undefined
    return typeof page.url === 'string' && typeof page.title === 'string' ? { url: page.url, title: page.title } : undefined
  } catch {
    return undefined
  }
}
