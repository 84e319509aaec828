import { resolveTarget } from '#engine/extract/ooxml/part-name'
import type { XmlHandler } from '#engine/extract/xml/read-xml'

/** What one part says of another, or of an address outside. */
export type Relationship = Readonly<{
  /** The last word of its type, which is the same in transitional and strict files: `image`, `hyperlink`, `footnotes`. */
  type: string
  /** The name of a part; for what lies outside, the address as written. */
  target: string
  isExternal: boolean
}>

/** The relationships of one part by their ids, in the order of the file. */
export type Relationships = ReadonlyMap<string, Relationship>

/** Fills `found` from a `.rels` part that belongs to `part`. */
export function relationshipReader(part: string, found: Map<string, Relationship>): XmlHandler {
  return {
    open: (name, { Id: id, Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (!/(?:^|:)Relationship$/.test(name) || id === undefined) return
      const isExternal = mode?.toLowerCase() === 'external'
      found.set(id, {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: isExternal ? target : resolveTarget(part, target),
        isExternal
      })
    }
  }
}
