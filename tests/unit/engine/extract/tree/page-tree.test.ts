import { readFileSync } from 'node:fs'
import { Readability } from '@mozilla/readability'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { parsePage } from '#engine/extract/html/parse-page'
import { DocumentNode, type ElementNode, type TreeNode } from '#engine/extract/tree/page-tree'
import { parseInto, TREE_DEPTH } from '#engine/extract/tree/parse-tree'
import { goldenCases } from '#tests/support/golden'

function treeOf(markup: string): ElementNode {
  const document = new DocumentNode()
  parseInto(document, document, markup)
  const root = document.documentElement
  if (!root) throw new Error('no element')
  return root
}

/** What Readability makes of a page, apart from the tree it is given. */
function articleIn(document: unknown): unknown {
  const options = {
    serializer: (node: { textContent: string | null }) => node.textContent,
    keepClasses: true,
    disableJSONLD: true
  }
  return new Readability(document as ConstructorParameters<typeof Readability>[0], options).parse()?.content ?? null
}

describe('beside linkedom', () => {
  const pages = goldenCases(['html']).filter(({ name }) => !/deep|thousand|too-many/.test(name))

  it.each(pages)('Readability finds the same article in $name', ({ source }) => {
    const html = readFileSync(source, 'utf8')
    const theirs = parseHTML(html).document
    // Where a page has no body linkedom makes none; ours is repaired, which is another page.
    if (theirs.documentElement?.localName !== 'html' || !/<body/i.test(html)) return
    expect(articleIn(parsePage(html))).toEqual(articleIn(theirs))
  })

  it('keeps texts right whatever is moved, taken out or written over', () => {
    const step = fc.record({ act: fc.constantFrom('append', 'remove', 'replace', 'text', 'first'), a: fc.nat(40), b: fc.nat(40) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const markup = '<div>a<p>b<i>c</i>d</p><ul><li>e</li><li>f<b>g</b></li></ul>h<span></span></div>'
        const ours = treeOf(markup)
        const theirs = parseHTML(markup).document.documentElement
        for (const { act, a, b } of steps) {
          // Texts are asked for before each change, so that they are kept and have to be forgotten.
          expect(ours.textContent).toBe(theirs.textContent)
          const [one, two] = pick(ours.getElementsByTagName('*'), a, b)
          const [same, other] = pick([...theirs.getElementsByTagName('*')], a, b)
          if (!one || !two || !same || !other) continue
          if (act === 'text') {
            one.textContent = 'new'
            same.textContent = 'new'
          } else if (act === 'remove') {
            one.remove()
            same.remove()
          } else if (one !== two && !holds(one, two)) {
            if (act === 'append') {
              two.appendChild(one)
              other.appendChild(same)
            } else if (act === 'first') {
              two.insertBefore(one, two.firstChild === one ? one.nextSibling : two.firstChild)
              other.insertBefore(same, other.firstChild === same ? same.nextSibling : other.firstChild)
            } else if (!holds(two, one)) {
              two.parentNode?.replaceChild(one, two)
              other.parentNode?.replaceChild(same, other)
            }
          }
        }
        expect(ours.innerHTML).toBe(theirs.innerHTML)
        expect(ours.children.map((child) => child.tagName)).toEqual(
          [...theirs.children].map((child: { tagName: string }) => child.tagName)
        )
      })
    )
  })
})

function pick<T>(all: readonly T[], a: number, b: number): [T | undefined, T | undefined] {
  return [all[a % Math.max(all.length, 1)], all[b % Math.max(all.length, 1)]]
}

/** Whether `outer` is above `inner`. */
function holds(outer: ElementNode, inner: ElementNode): boolean {
  for (let up = inner.parentElement; up; up = up.parentElement) if (up === outer) return true
  return false
}

describe('the tree of a page', () => {
  it('finds by tags and by selectors, in document order', () => {
    const root = treeOf('<div><a rel="nofollow author">1</a><p class="x y"><b>2</b><a>3</a></p><svg><a>4</a></svg></div>')
    expect(root.querySelectorAll('b,a').map((node) => node.textContent)).toEqual(['1', '2', '3', '4'])
    expect(root.querySelectorAll('[rel~="AUTHOR" i], p.y > b').map((node) => node.textContent)).toEqual(['1', '2'])
    expect(root.querySelector('h1')).toBeNull()
    expect(root.getElementsByTagName('A').length).toBe(3)
  })

  it('says what is hidden by its own style only', () => {
    const root = treeOf('<p style="color:red; DISPLAY : none;visibility:hidden"></p>')
    expect(root.style).toEqual({ display: 'none', visibility: 'hidden' })
    expect(treeOf('<p style="--x-display:none"></p>').style.display).toBe('')
  })

  it('writes markup that reads back into the same tree', () => {
    const markup =
      '<p title="a &amp; &quot;b&quot;">1 &lt; 2 &amp; 3<br>4</p><script>if (a < b && c) {}</script><img src="x" hidden>'
    const root = treeOf(`<div>${markup}</div>`)
    expect(root.innerHTML).toBe(markup)
    const again = root.innerHTML
    root.innerHTML = again
    expect(root.innerHTML).toBe(markup)
    expect(root.textContent).toBe('1 < 2 & 34if (a < b && c) {}')
  })

  it('holds comments out of every text, and links each child to its neighbours', () => {
    const root = treeOf('<div>a<!-- no --><i>b</i></div>')
    expect(root.textContent).toBe('ab')
    expect(root.childNodes.map((node) => node.nodeName)).toEqual(['#text', '#comment', 'I'])
    expect(root.lastChild?.previousSibling?.previousSibling?.nodeValue).toBe('a')
    expect(root.firstElementChild?.parentElement).toBe(root)
  })

  it('goes no deeper than it says, and keeps what is deeper, its texts in their order', () => {
    const root = treeOf(`<div>${'<b>'.repeat(TREE_DEPTH + 100)}1<i>2<u>3</u>4</i>5${'</b>'.repeat(50)}6<i>7</i>8`)
    expect(root.textContent).toBe('12345678')
    expect(depthOf(root)).toBe(TREE_DEPTH + 1)
    expect(root.querySelectorAll('b')).toHaveLength(TREE_DEPTH + 100)
    expect(root.querySelector('u')?.textContent).toBe('3')
  })

  it('of a page without end tags is no deeper, and has everything', () => {
    const items = Array.from({ length: 15_000 }, (_, number) => `<p>P${number} <li>L${number} `)
    const page = parsePage(`<html><body><ul>${items.join('')}`)
    expect(depthOf(page)).toBeLessThanOrEqual(TREE_DEPTH + 3)
    expect(page.body?.textContent).toBe(items.join('').replace(/<\w+>/g, ''))
  })
})

function depthOf(root: TreeNode): number {
  let deepest = 0
  const rest: [TreeNode, number][] = [[root, 0]]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const [node, depth] = next
    deepest = Math.max(deepest, depth)
    for (const child of node.childNodes) rest.push([child, depth + 1])
  }
  return deepest
}
