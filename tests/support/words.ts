import { en } from '#renderer/i18n/en.ts'

/** The words of the window, as the tests look for them: what is tested is what a person reads. */
export const words = en

/** A sentence of the catalogue with its values filled in; numbers as the English window writes them. */
export function say(sentence: string, values: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(/\{\{(\w+)(?:, number)?\}\}/g, (_all, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`"${sentence}" needs a value for ${name}`)
    return typeof value === 'number' ? value.toLocaleString('en') : value
  })
}
