import type { OpenPdf } from '#engine/extract/pdf/open-pdf'
import { readXml } from '#engine/extract/xml/read-xml'
import { XmlFault } from '#engine/extract/xml/xml-fault'

const MOST_PACKETS = 50
const LARGEST_PACKET = 16 * 1024 * 1024
const MOST_VALUES = 5000

/**
 * What people wrote into a form made with XFA, as `name: value`: such a form keeps it apart from its pages, which often show no more than
 * a request for another program. Nothing of the form is run.
 */
export function xfaValues({ pdfium: { call }, heap, handle }: OpenPdf): string[] {
  const count = Math.min(call.FPDF_GetXFAPacketCount(handle), MOST_PACKETS)
  const values: string[] = []
  for (let index = 0; index < count; index++) {
    if (nameOf(index) === 'datasets') values.push(...valuesIn(contentOf(index)))
  }
  return values.slice(0, MOST_VALUES)

  function nameOf(index: number): string {
    return heap.with(64, (room) => {
      const length = call.FPDF_GetXFAPacketName(handle, index, room, 64)
      return length > 1 && length <= 64 ? Buffer.from(heap.bytes(room, length - 1)).toString('latin1') : ''
    })
  }

  function contentOf(index: number): Uint8Array {
    return heap.with(4, (size) => {
      if (call.FPDF_GetXFAPacketContent(handle, index, 0, 0, size) === 0) return new Uint8Array()
      const length = heap.view().getUint32(size, true)
      if (length === 0 || length > LARGEST_PACKET) return new Uint8Array()
      return heap.with(length, (room) =>
        call.FPDF_GetXFAPacketContent(handle, index, room, length, size) === 0 ? new Uint8Array() : heap.bytes(room, length)
      )
    })
  }
}

function valuesIn(packet: Uint8Array): string[] {
  const values: string[] = []
  let text = ''
  try {
    readXml(packet, {
      open: () => {
        text = ''
      },
      text: (piece) => {
        text += piece
      },
      close: (name) => {
        const value = text.replace(/\s+/g, ' ').trim()
        if (value !== '') values.push(`${name.slice(name.lastIndexOf(':') + 1)}: ${value}`)
        text = ''
      }
    })
  } catch (error) {
    // Built to be expensive: what was read before counts.
    if (!(error instanceof XmlFault)) throw error
  }
  return values
}
