import { eachElement } from '#engine/extract/html/each-element'

/** What relative addresses of a page mean: the base it names, else the address it had, where that is one. */
export function pageBase(html: string, address: string | null): string | null {
  const own = address !== null && URL.canParse(address) ? address : null
  let named: string | undefined
  eachElement(html, {
    element(name, attributes) {
      if (name === 'base') named = attributes.get('href')
      return named === undefined && name !== 'body'
    }
  })
  return named !== undefined && URL.canParse(named, own ?? undefined) ? new URL(named, own ?? undefined).href : own
}
