import type { PageParagraph } from '#engine/extract/pdf/page-layout'

/** Letters this much larger than those of the running text make a heading. */
const LARGER = 1.18
/** Longer paragraphs are no headings, whatever their letters. */
const LONGEST = 200
const MOST_LINES = 3

/**
 * The level of each heading among the paragraphs, by the size of its letters against those of the running text; undefined for what is
 * none. More than six sizes end in the sixth level.
 */
export function headingLevels(paragraphs: readonly PageParagraph[]): (paragraph: PageParagraph) => number | undefined {
  const letters = new Map<number, number>()
  for (const { size, text } of paragraphs) letters.set(rounded(size), (letters.get(rounded(size)) ?? 0) + text.length)
  const running = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  const isHeading = ({ size, text, lines }: PageParagraph): boolean =>
    rounded(size) >= running * LARGER && text.length <= LONGEST && lines <= MOST_LINES && /\p{L}{2}/u.test(text)
  const sizes = [...new Set(paragraphs.filter(isHeading).map(({ size }) => rounded(size)))].sort((a, b) => b - a)
  return (paragraph) => (isHeading(paragraph) ? Math.min(6, sizes.indexOf(rounded(paragraph.size)) + 1) : undefined)
}

const rounded = (size: number): number => Math.round(size * 2) / 2
