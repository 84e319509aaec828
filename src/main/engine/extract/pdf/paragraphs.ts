import { isRightToLeft } from '#engine/extract/pdf/letters'
import { extentOf, type Line } from '#engine/extract/pdf/logical-order'

type Placed = Readonly<{ line: Line; left: number; right: number; bottom: number; top: number; size: number; fromRight: boolean }>

/** A line this much further from the one above than lines are is a new paragraph. */
const WIDE_GAP = 1.25
/** Letters this much larger or smaller are another paragraph. */
const OTHER_SIZE = 1.15
/** First lines begin this far inside, in heights of their letters, and no further. */
const INDENT = { least: 0.8, most: 6 }
/** A line that ends this far before the end of the others, in shares of the width, can be the last of its paragraph. */
const SHORT = 0.8
const SENTENCE_END = /[.!?…:;؟۔。！？»”"]$/u

/** Groups lines into paragraphs by how they stand: distance, indent, size of letters, and short last lines. */
export function paragraphsOf(lines: readonly Line[]): Line[][] {
  const placed = lines.map(place)
  const usual = usualDistance(placed)
  const paragraphs: Placed[][] = []
  for (const line of placed) {
    const paragraph = paragraphs.at(-1)
    if (paragraph && continues(paragraph, line, usual)) paragraph.push(line)
    else paragraphs.push([line])
  }
  return paragraphs.map((paragraph) => paragraph.map(({ line }) => line))
}

function place(line: Line): Placed {
  let [size, fromRight, all] = [0, 0, 0]
  for (const { glyphs, size: own } of line) {
    size = Math.max(size, own)
    all += glyphs.length
    for (const { code } of glyphs) if (isRightToLeft(code)) fromRight++
  }
  return { line, ...extentOf(line), size, fromRight: fromRight * 2 > all }
}

/** From line to line, as it is most often on this page; infinite where there are no two lines below each other. */
function usualDistance(lines: readonly Placed[]): number {
  const distances: number[] = []
  for (let at = 1; at < lines.length; at++) {
    const [above, below] = [lines[at - 1], lines[at]]
    if (!above || !below || isOtherSize(above, below)) continue
    const distance = above.bottom - below.bottom
    if (distance > 0 && distance < below.size * 3) distances.push(distance)
  }
  distances.sort((a, b) => a - b)
  return distances[Math.floor(distances.length / 3)] ?? Number.POSITIVE_INFINITY
}

function continues(paragraph: readonly Placed[], line: Placed, usual: number): boolean {
  const above = paragraph.at(-1)
  if (!above || isOtherSize(above, line)) return false
  if (above.line.at(-1)?.isBroken) return true
  const distance = above.bottom - line.bottom
  if (distance <= 0 || distance > Math.min(usual * WIDE_GAP, line.size * 3)) return false
  // Another column or a cell beside.
  if (Math.min(above.right, line.right) <= Math.max(above.left, line.left)) return false
  const indent = line.fromRight ? above.right - line.right : line.left - above.left
  if (paragraph.length > 1 && indent > line.size * INDENT.least && indent < line.size * INDENT.most) return false
  return !(isShort(paragraph, above, line) && SENTENCE_END.test(lastCharacter(above)))
}

function isOtherSize(a: Placed, b: Placed): boolean {
  return Math.max(a.size, b.size) > Math.min(a.size, b.size) * OTHER_SIZE
}

function isShort(paragraph: readonly Placed[], above: Placed, line: Placed): boolean {
  const width = Math.max(line.right - line.left, ...paragraph.slice(-8).map(({ left, right }) => right - left))
  return above.right - above.left < width * SHORT
}

function lastCharacter({ line }: Placed): string {
  const code = line.at(-1)?.glyphs.at(-1)?.code
  return code === undefined ? '' : String.fromCodePoint(code)
}
