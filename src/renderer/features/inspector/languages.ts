/** Languages a person can choose for a document, as BCP 47 tags; their names come from the system's own tables. */
const TAGS =
  'fa ar ckb kmr azb az bal lrc mzn glk tk ps prs ur pa sd ug uz kk ky tg he yi am ti so om sw ha yo ig zu xh af ' +
  'en fr de es pt it nl ca gl eu oc br cy ga gd is da sv nb nn fi et lv lt pl cs sk sl hr sr bs mk bg ro hu sq el tr ' +
  'ru uk be ka hy os ce ab tt ba cv mn zh zh-Hant yue ja ko vi th lo km my bo dz id ms jv su tl ceb hi bn ta te kn ml ' +
  'gu mr or as ne si dv ks sa mai rw rn lg ny sn st tn mg ay qu gn ht eo la arc syr tmr zza'

/** A language with its name in the interface language and its own. */
export type LanguageChoice = Readonly<{ tag: string; name: string; ownName: string }>

/**
 * The languages of the list, `also` included, by name. `locale` is the interface language. A language without a name in the system's
 * tables stands under its tag.
 */
export function languageChoices(locale: string, also: string): LanguageChoice[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const tags = new Set(TAGS.split(' '))
  if (also !== '' && also !== 'und') tags.add(also)
  return [...tags]
    .map((tag) => ({
      tag,
      name: nameOf(names, tag),
      ownName: nameOf(new Intl.DisplayNames(tagOr(tag, locale), { type: 'language' }), tag)
    }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}

/** The languages whose name in either language, or whose tag, begins with what was typed; then those that hold it further on. */
export function matchingLanguages(choices: readonly LanguageChoice[], typed: string): readonly LanguageChoice[] {
  const wanted = plain(typed.trim())
  if (wanted === '') return choices
  const words = ({ tag, name, ownName }: LanguageChoice): string[] => [name, ownName, tag].map(plain)
  const beginning = choices.filter((choice) => words(choice).some((word) => word.startsWith(wanted)))
  const within = choices.filter((choice) => !beginning.includes(choice) && words(choice).some((word) => word.includes(wanted)))
  return [...beginning, ...within]
}

/** Without case and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function nameOf(names: Intl.DisplayNames, tag: string): string {
  return isTag(tag) ? (names.of(tag) ?? tag) : tag
}

function tagOr(tag: string, locale: string): string {
  return isTag(tag) ? tag : locale
}

/** A document may name its language in a way that is no language tag. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
