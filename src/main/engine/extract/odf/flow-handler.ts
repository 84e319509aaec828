import { beginElement } from '#engine/extract/odf/flow-elements'
import type { End, TextFlow } from '#engine/extract/odf/text-flow'
import type { Attributes, XmlHandler } from '#engine/extract/xml/read-xml'

/** Lets elements go by a flow; `begin` may take some elements for itself by answering with an end, or `false` for the flow's own. */
export function flowHandler(
  flow: TextFlow,
  begin: (name: string, attributes: Attributes) => End | false = () => false
): Required<XmlHandler> {
  const ends: End[] = []
  return {
    open: (name, attributes) => {
      const own = begin(name, attributes)
      ends.push(own === false ? beginElement(flow, name, attributes) : own)
    },
    close: () => ends.pop()?.(),
    text: (text) => flow.text(text)
  }
}
