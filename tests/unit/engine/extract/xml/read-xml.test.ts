import { describe, expect, it } from 'vitest'
import { readXml } from '#engine/extract/xml/read-xml'
import { XmlFault } from '#engine/extract/xml/xml-fault'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

/** What is told of a part, as a line of words. */
function told(xml: string | Uint8Array): { events: string; damage: string | null } {
  const events: string[] = []
  const { damage } = readXml(typeof xml === 'string' ? Buffer.from(xml) : xml, {
    open: (name, attributes) =>
      events.push(
        `<${[
          name,
          ...Object.entries(attributes)
            .filter(([key]) => !key.startsWith('xmlns'))
            .flat()
        ].join(' ')}>`
      ),
    close: (name) => events.push(`</${name}>`),
    text: (text) => events.push(text)
  })
  return { events: events.join(''), damage }
}

/** The code by which a part is refused. */
function refusal(xml: string): string | undefined {
  try {
    told(xml)
    return undefined
  } catch (error) {
    if (error instanceof XmlFault) return error.code
    throw error
  }
}

describe('readXml', () => {
  it('names elements and attributes by their namespace, not by the prefix of the file', () => {
    const whole = '<w:p w:val 1>text</w:p>'
    expect(told(`<w:p xmlns:w="${W}" w:val="1">text</w:p>`).events).toBe(whole)
    expect(told(`<x:p xmlns:x="${W}" x:val="1">text</x:p>`).events).toBe(whole)
    expect(told(`<p xmlns="${STRICT}" xmlns:q="${STRICT}" q:val="1">text</p>`).events).toBe(whole)
  })

  it('keeps what nobody reads apart from what it is called like', () => {
    const inner = told(`<w:p xmlns:w="${W}"><a xmlns:w="urn:other"><w:t>no</w:t></a><w:t>yes</w:t></w:p>`)
    expect(inner.events).toBe('<w:p><a><other:t>no</other:t></a><w:t>yes</w:t></w:p>')
  })

  it('decodes UTF-16 and declared character sets, across pieces', () => {
    const xml = `<a>${'سلام دنیا '.repeat(10_000)}</a>`
    expect(told(Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${xml}`, 'utf16le')).events).toBe(xml)
    expect(told(Buffer.from(`<?xml version="1.0"?>${xml}`)).events).toBe(xml)
    expect(told(Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9t\xe9</a>', 'latin1')).events).toBe('<a>été</a>')
  })

  it('keeps what stands before damage, and closes what was open', () => {
    const cut = told('<a><b>one</b><b>tw')
    expect(cut.events).toBe('<a><b>one</b><b>tw</b></a>')
    expect(cut.damage).not.toBeNull()
    expect(told('<a><b>one</a>rest</b>').events).toMatch(/^<a><b>one/)
  })

  it('leaves entities that nobody declared as they are written', () => {
    expect(told('<a>x&nbsp;y &amp; z</a>')).toEqual({ events: '<a>x&nbsp;y & z</a>', damage: null })
  })

  it('takes a document type, but not one that declares entities', () => {
    expect(told('<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://example.org/ncx.dtd"><a>x</a>').events).toBe(
      '<a>x</a>'
    )
    const lols = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
    expect(refusal(`<!DOCTYPE a [<!ENTITY l0 "lol">${lols}]><a>&l9;</a>`)).toBe('bomb')
    expect(refusal('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')).toBe('bomb')
  })

  it('refuses elements nested without end', () => {
    expect(refusal('<a>'.repeat(200_000))).toBe('too-complex')
  })
})
