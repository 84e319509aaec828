import type { LineProblem } from '#shared/model/rollcall'
import { LONGEST_LINE, MOST_LINES } from '#shared/rollcall/limits'

const SENTENCES: Readonly<Record<LineProblem, string>> = {
  empty: 'The line is empty.',
  'nothing-to-search': 'There is no letter or digit in it to look for.',
  'too-long': `It is longer than ${LONGEST_LINE} characters: no name and no query.`,
  'broken-quotes': 'A quotation mark is opened in it and not closed.',
  undecodable: 'It has bytes that are no text.',
  'bad-query': 'A quotation mark, bracket or operator in it lacks its other half.',
  'over-limit': `A roll-call holds ${MOST_LINES.toLocaleString('en')} lines. This one and all after it were left out.`
}

/** Why a line is not looked for, as a plain English sentence for the command line and for exports. */
export const problemSentence = (problem: LineProblem): string => SENTENCES[problem]
