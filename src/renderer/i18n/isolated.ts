/** A text of unknown direction for the middle of a sentence: it turns nothing around it (first strong isolate). */
export const isolated = (text: string): string => `\u2068${text}\u2069`
