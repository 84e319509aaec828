const HEAD = 20_000
const LONGEST = 2000

/**
 * The address a page was saved from, by the note that the saving program left in it: browsers ("saved from url"), SingleFile, HTTrack,
 * WebScrapBook. Undefined without one.
 */
export function savedFrom(html: string): string | undefined {
  const head = html.slice(0, HEAD)
  return (
    httpAddress(/<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->/i.exec(head)?.[1]) ??
    httpAddress(/<!--\s*Page saved with SingleFile[\s\S]{0,400}?\burl:\s*(\S+)/i.exec(head)?.[1]) ??
    httpAddress(/\sdata-scrapbook-source\s*=\s*["']([^"']+)["']/i.exec(head)?.[1]) ??
    mirrored(/<!--\s*Mirrored from (\S+) by HTTrack/i.exec(html.slice(0, HEAD))?.[1])
  )
}

function mirrored(address: string | undefined): string | undefined {
  return address === undefined ? undefined : httpAddress(/^https?:/i.test(address) ? address : `http://${address}`)
}

/** A web address in full, as written; relative ones against `base`. Undefined for anything else. */
export function httpAddress(value: string | undefined | null, base?: string): string | undefined {
  const text = value?.trim()
  if (!text || text.length > LONGEST) return undefined
  if (/^https?:\/\/[^/\s]/i.test(text)) return URL.canParse(text) ? text : undefined
  if (base === undefined || !URL.canParse(text, base)) return undefined
  const resolved = new URL(text, base)
  return /^https?:$/.test(resolved.protocol) ? resolved.href : undefined
}
