import type { TagRef } from '#shared/model/document'

/** The tags of a document that warn: it is shown only after it was asked for. */
export const warningTags = (tags: readonly TagRef[]): readonly TagRef[] => tags.filter(({ isWarning }) => isWarning)
