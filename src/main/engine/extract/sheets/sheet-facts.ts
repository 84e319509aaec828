import type { Fact } from '#shared/model/fact'

/** Of a list of names; a workbook may have ten thousand sheets. */
const LONGEST_LIST = 2000

/** The names of the sheets of a workbook, and of those that are hidden, as facts. */
export function sheetFacts(sheets: readonly Readonly<{ name: string; isHidden?: boolean }>[]): Fact[] {
  const list = (some: typeof sheets): string =>
    some
      .map(({ name }) => name)
      .filter((name) => name !== '')
      .join(', ')
      .slice(0, LONGEST_LIST)
  const facts: Fact[] = [
    { name: 'sheets', value: list(sheets) },
    { name: 'hidden-sheets', value: list(sheets.filter(({ isHidden }) => isHidden)) }
  ]
  return facts.filter(({ value }) => value !== '')
}
