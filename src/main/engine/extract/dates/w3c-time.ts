const W3C_TIME = /^(\d{4})(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[-+]\d{2}:\d{2})?)?)?)?$/

/** The year of a time as the W3C writes it (a profile of ISO 8601, from a year alone to fractions of a second); undefined for any other text. */
export function w3cYear(written: string): number | undefined {
  const year = W3C_TIME.exec(written)?.[1]
  return year === undefined ? undefined : Number(year)
}
