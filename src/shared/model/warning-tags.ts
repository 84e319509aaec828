import type { DocumentSummary, TagRef } from '#shared/model/document'

/** What tells whether a document warns. */
export type Warned = Pick<DocumentSummary, 'tags' | 'heldWarnings'>

/** The tags that warn of a document, its own first: it is shown only after it was asked for. */
export const warningTags = ({ tags, heldWarnings }: Warned): readonly TagRef[] => [
  ...tags.filter(({ isWarning }) => isWarning),
  ...heldWarnings
]
