import { compile, type Options } from 'css-select'
import { ElementNode, type ParentNode, type TreeNode } from '#engine/extract/tree/page-tree'

const TAGS = /^[a-z][a-z0-9]*(?:,\s*[a-z][a-z0-9]*)*$/i

/** Elements below `root` that match a selector, in document order, `limit` at most. Throws for a selector that is none. */
export function select(root: ParentNode, selector: string, limit: number): ElementNode[] {
  const tags = tagsOf(selector)
  if (tags !== undefined) return selectAll(root, tags, limit)
  const matches = compiled(selector)
  const found: ElementNode[] = []
  for (let node = after(root, root); node && found.length < limit; node = after(node, root)) {
    if (node instanceof ElementNode && matches(node)) found.push(node)
  }
  return found
}

/** Elements below `root` whose tag (in capitals) is among `tags`; without `tags`, all. */
export function selectAll(
  root: ParentNode,
  tags: ReadonlySet<string> | undefined,
  limit = Number.POSITIVE_INFINITY
): ElementNode[] {
  const found: ElementNode[] = []
  for (let node = after(root, root); node && found.length < limit; node = after(node, root)) {
    if (node instanceof ElementNode && (tags === undefined || tags.has(node.tagName))) found.push(node)
  }
  return found
}

/** The next node in document order, inside `root`. */
function after(node: TreeNode, root: ParentNode): TreeNode | null {
  if (node.firstChild) return node.firstChild
  let up: TreeNode | null = node
  while (up && up !== root) {
    if (up.nextSibling) return up.nextSibling
    up = up.parentNode
  }
  return null
}

const adapter: NonNullable<Options<TreeNode, ElementNode>['adapter']> = {
  isTag: (node): node is ElementNode => node instanceof ElementNode,
  getAttributeValue: (element, name) => element.getAttribute(name) ?? undefined,
  hasAttrib: (element, name) => element.hasAttribute(name),
  getName: (element) => element.localName,
  getChildren: (node) => [...node.childNodes],
  getParent: (node) => node.parentElement,
  getSiblings: (node) => [...(node.parentNode?.childNodes ?? [node])],
  getText: (node) => node.textContent,
  removeSubsets: (nodes) => nodes.filter((node) => !nodes.some((other) => other !== node && isInside(node, other)))
}

function isInside(node: TreeNode, other: TreeNode): boolean {
  for (let up: TreeNode | null = node.parentNode; up; up = up.parentNode) if (up === other) return true
  return false
}

/** Lists of tags that were asked for, in capitals. */
const tagLists = new Map<string, ReadonlySet<string>>()

/** Undefined for a selector that is more than a list of tags. */
function tagsOf(selector: string): ReadonlySet<string> | undefined {
  let tags = tagLists.get(selector)
  if (tags === undefined && TAGS.test(selector)) {
    tags = new Set(selector.toUpperCase().split(/,\s*/))
    tagLists.set(selector, tags)
  }
  return tags
}

/** Selectors are this program's own, and few. */
const known = new Map<string, Matches>()

type Matches = (node: ElementNode) => boolean

function compiled(selector: string): Matches {
  let query = known.get(selector)
  if (query === undefined) {
    query = compile<TreeNode, ElementNode>(selector, { adapter, xmlMode: false })
    known.set(selector, query)
  }
  return query
}
