import { PLIST_LIMITS, type PlistValue } from '#engine/extract/plist/plist-value'
import { readXml } from '#engine/extract/xml/read-xml'

type Open = Readonly<{ add: (value: PlistValue) => void; value: PlistValue }>

/** A property list that may break off: `damage` says why, null when it is whole. */
export type XmlPlist = Readonly<{ value: PlistValue; damage: string | null }>

/** Reads a property list in XML; its value is null where it has none. Throws as `readXml`, and for too many values. */
export function readXmlPlist(bytes: Uint8Array): XmlPlist {
  let root: PlistValue = null
  const open: Open[] = []
  let key = ''
  let text: string[] | undefined
  let values = 0
  const add = (value: PlistValue): void => {
    if (++values > PLIST_LIMITS.values) throw new Error('the property list in it has too many values.')
    const outer = open.at(-1)
    if (outer) outer.add(value)
    else root = value
  }
  const enter = (name: string): void => {
    if (open.length >= PLIST_LIMITS.depth) throw new Error('the values of the property list in it are nested too deep.')
    const list: PlistValue[] = []
    const entries = new Map<string, PlistValue>()
    const made: Open =
      name === 'dict'
        ? { value: entries, add: (value) => entries.set(key, value) }
        : { value: list, add: (value) => list.push(value) }
    // At once, so that a list that breaks off is not lost.
    add(made.value)
    open.push(made)
  }
  const { damage } = readXml(bytes, {
    open: (name) => {
      if (name === 'dict' || name === 'array') enter(name)
      else text = []
    },
    text: (piece) => text?.push(piece),
    close: (name) => {
      const content = text?.join('') ?? ''
      text = undefined
      if (name === 'dict' || name === 'array') open.pop()
      else if (name === 'key') key = content
      else if (name === 'string') add(content)
      else if (name === 'data') add(Buffer.from(content, 'base64'))
      else if (name === 'integer') add(Number(content))
      else if (name === 'true' || name === 'false') add(name === 'true')
    }
  })
  return { value: root, damage }
}
