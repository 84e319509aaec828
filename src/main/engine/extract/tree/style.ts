/** The two style properties that say whether something is seen; empty where nothing is said. */
export type Style = Readonly<{ display: string; visibility: string }>

const NONE: Style = { display: '', visibility: '' }

/** Reads them from a `style` attribute. */
export function styleOf(attribute: string | undefined): Style {
  if (attribute === undefined) return NONE
  return { display: propertyIn(attribute, DISPLAY), visibility: propertyIn(attribute, VISIBILITY) }
}

const DISPLAY = /(?:^|;)\s*display\s*:\s*([a-z-]{1,30})/i
const VISIBILITY = /(?:^|;)\s*visibility\s*:\s*([a-z-]{1,30})/i

const propertyIn = (attribute: string, property: RegExp): string => property.exec(attribute)?.[1]?.toLowerCase() ?? ''
