import { type NameScript, scriptOf } from '#shared/text/transliterate/script-of'

const ORDER: readonly NameScript[] = ['latin', 'arabic', 'cyrillic', 'other']

/** Spellings in groups by the script of most of their words, groups without spellings left out. Their order stays. */
export function spellingsByScript<T extends Readonly<{ key: string }>>(
  spellings: readonly T[]
): readonly Readonly<{ script: NameScript; spellings: readonly T[] }>[] {
  return ORDER.flatMap((script) => {
    const written = spellings.filter(({ key }) => scriptOf(key.replaceAll(' ', '')) === script)
    return written.length === 0 ? [] : [{ script, spellings: written }]
  })
}
