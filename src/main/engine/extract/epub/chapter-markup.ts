import { Tokenizer } from 'htmlparser2'
import { escapeHtml } from '#engine/extract/html/escape-html'
import { isVoidElement } from '#engine/extract/html/html-elements'

const CDATA_START = '<![CDATA['.length
const CDATA_END = ']]>'.length
/** A document type stands at the very beginning, and one with entities of its own is hardly longer than this. */
const PROLOGUE = 64 * 1024

/**
 * The XHTML of a chapter as HTML: what XML alone knows is written as HTML has it. Empty elements that are no void ones (`<a id="x"/>`,
 * `<title/>`) get end tags, character data sections become text, and a document type with declarations of its own goes: its entities are
 * never expanded. Named entities stay, HTML knows them. Cost: linear.
 */
export function htmlOfChapter(xhtml: string): string {
  const source = withoutDeclarations(xhtml)
  const pieces: string[] = []
  let written = 0
  let name = ''
  const replace = (from: number, to: number, by: string): void => {
    if (from < written) return
    pieces.push(source.slice(written, from), by)
    written = to
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: false, xmlMode: true },
    {
      onopentagname(start, end) {
        name = source.slice(start, end)
      },
      onselfclosingtag(end) {
        if (name.length <= 100 && !isVoidElement(name.toLowerCase()))
          replace(source.lastIndexOf('/', end), end + 1, `></${name}>`)
      },
      oncdata(start, end, offset) {
        replace(start - CDATA_START, end - offset + CDATA_END, escapeHtml(source.slice(start, end - offset)))
      },
      onattribdata() {},
      onattribentity() {},
      onattribend() {},
      onattribname() {},
      onclosetag() {},
      oncomment() {},
      ondeclaration() {},
      onend() {},
      onopentagend() {},
      onprocessinginstruction() {},
      ontext() {},
      ontextentity() {}
    }
  )
  tokenizer.write(source)
  return pieces.join('') + source.slice(written)
}

/** HTML takes a document type to end at its first `>`, and would show the declarations after it as text. */
function withoutDeclarations(xhtml: string): string {
  const start = xhtml.slice(0, PROLOGUE).search(/<!doctype/i)
  if (start < 0) return xhtml
  let depth = 0
  let quote = ''
  for (let at = start; at < xhtml.length; at++) {
    const letter = xhtml.charAt(at)
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '[') depth++
    else if (letter === ']') depth--
    else if (letter === '>' && depth <= 0) return xhtml.slice(0, start) + xhtml.slice(at + 1)
  }
  return xhtml
}
