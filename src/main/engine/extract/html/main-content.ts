import { Readability } from '@mozilla/readability'
import { blocksOfPage } from '#engine/extract/html/blocks-of-page'
import { type DomDocument, type DomElement, type DomNode, isElement } from '#engine/extract/html/dom'
import { markResources } from '#engine/extract/html/mark-resources'
import { type Block, readerText } from '#shared/model/block'

/** What Readability says of the page besides its content; empty strings are absent. */
export type ArticleFacts = Readonly<{ title?: string; author?: string; publisher?: string; date?: string; language?: string }>

/** The content of a page as blocks, with what Readability says of the page. */
export type MainContent = Readonly<{ blocks: readonly Block[]; facts: ArticleFacts }>

/** Below this share of all text, and this many characters of it, what was found is hardly the content of the page. */
const LEAST_SHARE = 0.25
const SHORT_ARTICLE = 500

const LONGEST_TITLE = 1000

/**
 * The main content of a page as reader blocks; the whole body where no main content stands out, so that a page with text never shows
 * nothing. Takes `document` apart; `parse` gives a fresh tree, where a second look is needed; `keyOf` as in `markResources`. Cost: about 5 MB a second. Never throws for what is in the page.
 */
export function mainContent(
  document: DomDocument,
  parse: () => DomDocument,
  visibleCharacters: number,
  keyOf?: (reference: string) => string | undefined
): MainContent {
  shortenTitle(document)
  markResources(document, keyOf)
  const article = findArticle(document)
  const blocks = article?.content ? withTitle(blocksOfPage(article.content), article.facts.title) : []
  const facts = article?.facts ?? {}
  const length = readerText(blocks).length
  if (length >= SHORT_ARTICLE || (length > 0 && length >= visibleCharacters * LEAST_SHARE)) return { blocks, facts }
  const whole = parse()
  markResources(whole, keyOf)
  const body = whole.body ? blocksOfPage(whole.body) : []
  return { blocks: readerText(body).length > length ? body : blocks, facts }
}

function findArticle(document: DomDocument): { content: DomElement | null | undefined; facts: ArticleFacts } | undefined {
  try {
    // The tree stands in for a browser's document, whose type asks for far more than Readability uses.
    const standIn = document as unknown as ConstructorParameters<typeof Readability>[0]
    const found = new Readability<DomElement>(standIn, { serializer: asElement, keepClasses: true, disableJSONLD: true }).parse()
    if (!found) return undefined
    return {
      content: found.content,
      facts: {
        ...(found.title ? { title: found.title } : {}),
        ...(found.byline ? { author: found.byline } : {}),
        ...(found.siteName ? { publisher: found.siteName } : {}),
        ...(found.publishedTime ? { date: found.publishedTime } : {}),
        ...(found.lang ? { language: found.lang } : {})
      }
    }
  } catch {
    // Readability meets a tree no browser would build. The body is shown instead.
    return undefined
  }
}

function asElement(node: DomNode): DomElement {
  if (!isElement(node)) throw new TypeError('Readability found content that is no element')
  return node
}

/** Readability looks at the title with patterns whose time grows faster than it. */
function shortenTitle(document: DomDocument): void {
  for (const title of document.querySelectorAll('title')) {
    if ((title.textContent ?? '').length > LONGEST_TITLE) title.textContent = title.textContent?.slice(0, LONGEST_TITLE) ?? ''
  }
}

/** Readability takes the headline off the content, since its own view shows the title above; so does ours, whatever is left of it. */
function withTitle(blocks: readonly Block[], title: string | undefined): readonly Block[] {
  const first = blocks[0]
  return first?.kind === 'heading' && first.text === title ? blocks.slice(1) : blocks
}
