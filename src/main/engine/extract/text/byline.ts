const LABELLED =
  /^(?:author|written by|words by|reported by|نویسنده|نوشته(?:ٔ|ی)?|به قلم|گزارشگر|خبرنگار|بقلم|الكاتب|auteur|autor)\s*[:：]\s*(.{2,80})$/i
const BY = /^(?:by|par|por)\s+(.{2,80})$/i
const PERSIAN_BY = /^(?:به قلم|نوشته[‌ ]?ی?|بقلم)\s+(.{2,60})$/

/** The author of a line that is a byline ("By Jane Doe", "نویسنده: …") and nothing else; a date behind the name is left off. */
export function findByline(line: string): string | undefined {
  const text = line.trim()
  if (text.length > 110) return undefined
  const labelled = LABELLED.exec(text)?.[1] ?? PERSIAN_BY.exec(text)?.[1]
  if (labelled) return nameIn(labelled)
  const by = BY.exec(text)?.[1]
  const name = by === undefined ? undefined : nameIn(by)
  return name !== undefined && isNameOfPeople(name) ? name : undefined
}

function nameIn(text: string): string | undefined {
  const name = text
    .split(/\s+[|·•–—]\s+|,?\s+(?:on\s+)?(?=\d{1,2}\s|\p{Lu}\p{Ll}+\s+\d{1,2},)|[,،]\s*(?=[\d۰-۹٠-٩])/u)[0]
    ?.replace(/[\s,،;.]+$/, '')
    .trim()
  return name === undefined || name === '' || /[\d۰-۹٠-٩@:/]/.test(name) ? undefined : name
}

/** "By the river": only words with a capital, and the small ones that stand in names. */
function isNameOfPeople(name: string): boolean {
  const words = name.split(/\s+/)
  return (
    words.length <= 10 &&
    words.every(
      (word) =>
        /^[\p{Lu}\p{Lo}]/u.test(word) || /^(?:and|et|y|de|la|le|van|von|bin|ibn|al|el|der|den|du|da|dos|&|for|of)$/i.test(word)
    ) &&
    /^[\p{Lu}\p{Lo}]/u.test(name)
  )
}
