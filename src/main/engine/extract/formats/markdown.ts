import { lexer, type Token, type Tokens } from 'marked'
import { InlineTextBuilder } from '#engine/extract/blocks/inline-text'
import { decodeText } from '#engine/extract/charset/charset'
import { extractText } from '#engine/extract/formats/text'
import type { FormatReader, Found, Source } from '#engine/extract/found'
import { visibleText } from '#engine/extract/html/visible-text'
import { readFrontMatter } from '#engine/extract/text/front-matter'
import { isHardMarkdown } from '#engine/extract/text/markdown-guard'
import { type Block, readerText } from '#shared/model/block'

/** Markdown (CommonMark, tables), with its front matter. */
export const markdown: FormatReader = { extract: extractMarkdown }

/** Reads Markdown (CommonMark and GitHub's tables). HTML inside it is read for its text only; front matter gives metadata. */
async function extractMarkdown(source: Source): Promise<Found> {
  const { text: decoded, charset } = await decodeText(source.bytes(), source.charset, false)
  const whole = decoded.includes('\0') ? decoded.replaceAll('\0', '') : decoded
  const { body, raw, metadata } = readFrontMatter(whole)
  const tokens = isHardMarkdown(whole) ? undefined : tokensOf(body)
  if (!tokens) return await extractText({ ...source, mediaType: 'text/plain' })
  const writer = new MarkdownBlocks()
  writer.tokens(tokens)
  const blocks = writer.blocks
  const heading = blocks.find((block) => block.kind === 'heading')
  return {
    blocks,
    allText: raw === '' ? null : `${raw}\n\n${readerText(blocks)}`,
    charset,
    metadata: { ...metadata, title: metadata.title ?? (heading && blocks.indexOf(heading) < 3 ? heading.text : null) },
    direction: null,
    simplified: null,
    originalView: null,
    remoteResources: []
  }
}

function tokensOf(body: string): Token[] | undefined {
  try {
    return lexer(body)
  } catch {
    // Markdown has no errors of its own: this is nesting beyond the stack.
    return undefined
  }
}

type Kind = Readonly<{ kind: Block['kind']; level?: number; ordinal?: number }>

class MarkdownBlocks {
  readonly blocks: Block[] = []
  readonly #inline = new InlineTextBuilder()
  #kind: Kind = { kind: 'paragraph' }
  #listDepth = 0
  #quoteDepth = 0

  tokens(tokens: readonly Token[]): void {
    for (const token of tokens) this.#token(token)
  }

  #token(token: Token): void {
    if (isKind(token, 'heading')) this.#block({ kind: 'heading', level: token.depth }, token.tokens)
    else if (isKind(token, 'paragraph')) this.#block(this.#kind, token.tokens)
    else if (isKind(token, 'text')) this.#block(this.#kind, token.tokens ?? [token])
    else if (isKind(token, 'code')) this.#whole({ kind: 'preformatted', text: token.text })
    else if (isKind(token, 'blockquote')) this.#quote(token)
    else if (isKind(token, 'list')) this.#list(token)
    else if (isKind(token, 'table')) this.#table(token)
    else if (isKind(token, 'hr')) this.blocks.push({ kind: 'rule', text: '' })
    else if (isKind(token, 'html')) for (const text of visibleText(token.raw).split('\n')) this.#whole({ ...this.#kind, text })
  }

  #whole(block: Block): void {
    if (block.text.trim() !== '') this.blocks.push(block)
  }

  #block(kind: Kind, tokens: readonly Token[]): void {
    for (const token of tokens) this.#inlineToken(token)
    const { text, inline } = this.#inline.take()
    if (text !== '') this.blocks.push({ ...kind, text, ...(inline.length > 0 ? { inline } : {}) })
    if (this.#kind.kind === 'list-item') this.#kind = { kind: 'paragraph' }
  }

  #quote(quote: Tokens.Blockquote): void {
    const outer = this.#kind
    this.#quoteDepth++
    this.#kind = { kind: 'quote', level: this.#quoteDepth }
    this.tokens(quote.tokens)
    this.#quoteDepth--
    this.#kind = outer
  }

  #list(list: Tokens.List): void {
    const outer = this.#kind
    this.#listDepth++
    let ordinal = typeof list.start === 'number' ? list.start : 1
    for (const item of list.items) {
      this.#kind = { kind: 'list-item', level: this.#listDepth, ...(list.ordered ? { ordinal: ordinal++ } : {}) }
      this.tokens(item.tokens)
    }
    this.#listDepth--
    this.#kind = outer
  }

  #table(table: Tokens.Table): void {
    const row = (cells: readonly Tokens.TableCell[]): string => cells.map((cell) => this.#textOf(cell.tokens)).join('\t')
    this.#whole({ kind: 'table-row', text: row(table.header), header: true })
    for (const cells of table.rows) this.#whole({ kind: 'table-row', text: row(cells) })
  }

  #textOf(tokens: readonly Token[]): string {
    for (const token of tokens) this.#inlineToken(token)
    return this.#inline.take().text.replace(/\s+/g, ' ')
  }

  #inlineToken(token: Token): void {
    if (isKind(token, 'strong')) this.#styled({ style: 'strong' }, token.tokens)
    else if (isKind(token, 'em')) this.#styled({ style: 'emphasis' }, token.tokens)
    else if (isKind(token, 'link')) this.#styled({ style: 'link', href: token.href.slice(0, 2000) }, token.tokens)
    else if (isKind(token, 'codespan')) this.#styled({ style: 'code' }, [{ type: 'escape', raw: token.raw, text: token.text }])
    else if (isKind(token, 'del')) for (const inner of token.tokens) this.#inlineToken(inner)
    else if (isKind(token, 'br')) this.#inline.lineBreak()
    else if (isKind(token, 'image')) this.#inline.write(token.text)
    else if (isKind(token, 'html')) this.#html(token.raw)
    else if (isKind(token, 'escape')) this.#inline.write(token.text)
    else if (isKind(token, 'text') && token.tokens) for (const inner of token.tokens) this.#inlineToken(inner)
    else if (isKind(token, 'text')) this.#inline.write(decodeReferences(token.text))
    else this.#inline.write(token.raw)
  }

  #html(raw: string): void {
    if (/^<br\s*\/?>$/i.test(raw.trim())) this.#inline.lineBreak()
    else this.#inline.write(visibleText(raw))
  }

  #styled(style: Parameters<InlineTextBuilder['open']>[0], tokens: readonly Token[]): void {
    this.#inline.open(style)
    for (const token of tokens) this.#inlineToken(token)
    this.#inline.close()
  }
}

type Kinds = {
  heading: Tokens.Heading
  paragraph: Tokens.Paragraph
  text: Tokens.Text
  code: Tokens.Code
  blockquote: Tokens.Blockquote
  list: Tokens.List
  table: Tokens.Table
  hr: Tokens.Hr
  html: Tokens.HTML | Tokens.Tag
  strong: Tokens.Strong
  em: Tokens.Em
  link: Tokens.Link
  codespan: Tokens.Codespan
  del: Tokens.Del
  br: Tokens.Br
  image: Tokens.Image
  escape: Tokens.Escape
}

/** The lexer's union has an open member, so its own tag does not narrow. */
function isKind<K extends keyof Kinds>(token: Token, kind: K): token is Kinds[K] {
  return token.type === kind
}

/** Character references; the text around them has its spaces. */
function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi,
    (reference) => visibleText(reference) || (reference === '&nbsp;' ? '\u00a0' : reference)
  )
}
