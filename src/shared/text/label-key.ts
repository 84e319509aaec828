import { indexText } from '#shared/text/index-text'

/** Two labels with one key are the same to a person: they fold to the same words. A label without words (an emoji) stands for itself. */
export const labelKey = (label: string): string => indexText(label) || label.normalize('NFC').toLowerCase()
