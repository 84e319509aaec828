/**
 * Regular inflection, as sets of endings that one stem takes, for folded words (no accents: `generaux`, `hauser`, `nacoes`).
 *
 * Sources: English after D. Harman's S-stemmer (How effective is suffixing?, JASIS 42, 1991) with the regular verb endings; French,
 * German, Spanish, Italian, Portuguese and Russian after the noun and adjective endings of J. Savoy's light stemmers (Light stemming
 * approaches for the French, Portuguese, German and Hungarian languages, SAC 2006; Searching strategies for the Russian language, IP&M
 * 43, 2007); Dutch and Turkish after school grammar. Unlike a stemmer nothing is cut: two words are forms of one another only when one
 * paradigm makes both, and where an ending also makes new words (-er, -en, -ing, -e), only when the archive attests the paradigm.
 */
type Attestation = Readonly<{ of: readonly string[]; count: number }>

export type Paradigm = Readonly<{
  /** What the stem may take; any two of them are forms of one word. */
  endings: readonly string[]
  /** What the stem must look like. */
  stem: RegExp
  /** Shortest stem, in letters. */
  shortest: number
  /** Of each of these lists at least `count` endings stand on this stem in the archive (the term asked for counts). */
  attested?: readonly Attestation[]
  /** None of these endings stands on this stem in the archive: they show that it is another word. */
  unless?: readonly string[]
}>

const words = (list: string): string[] => list.split(' ').map((word) => (word === '-' ? '' : word))

/** A one-syllable stem that ends in a single consonant after a single vowel doubles it in English: star, starring; stare, staring. */
const NOT_DOUBLING = /^(?![^aeiouy]*[aeiouy][bcdfgklmnprstvz]$)(?=.*[aeiouy]).*[^aeiu]$/
const VERB = words('- s ed ing')

const ENGLISH: readonly Paradigm[] = [
  // Plural: s, but not after s, x, z, ch, sh, consonant + y; words in us, ss and is are no plurals (Harman).
  { endings: words('- s'), stem: /^(?!.*(?:[siuxz]|ch|sh|[^aeiou]y)$)/, shortest: 3 },
  { endings: words('- s'), stem: /(?:ai|ei|oi|au|eau|eu|ou|ti)$/, shortest: 4 },
  { endings: words('- es'), stem: /(?:[sxz]|ch|sh|[^aeiou]o)$/, shortest: 3 },
  { endings: words('y ies ied ying'), stem: /[^aeiou]$/, shortest: 3 },
  { endings: words('f fe ves'), stem: /(?:[aeiou]|l|r)$/, shortest: 2 },
  { endings: words('an en'), stem: /..m$/, shortest: 3 },
  { endings: words('- ren'), stem: /^(?:grand)?child$/, shortest: 5 },
  { endings: words('- s ed'), stem: NOT_DOUBLING, shortest: 3 },
  { endings: VERB, stem: NOT_DOUBLING, shortest: 5 },
  { endings: VERB, stem: NOT_DOUBLING, shortest: 4, attested: [{ of: words('s ed'), count: 1 }] },
  { endings: VERB, stem: NOT_DOUBLING, shortest: 3, attested: [{ of: words('ed'), count: 1 }] },
  { endings: words('e es ed ing'), stem: /[aeiouy].*[^aeioy]$/, shortest: 3 },
  { endings: words('- s d ing'), stem: /ee$/, shortest: 4 },
  { endings: words('ss sses ssed ssing'), stem: /[aeiou]$/, shortest: 2 },
  ...[...'bdgklmnprt'].map((letter) => ({
    endings: ['', `${letter}ed`, `${letter}ing`],
    stem: new RegExp(`(?:^|[^aeiou])[aeiouy]${letter}$`),
    shortest: 3
  }))
]

const FRENCH: readonly Paradigm[] = [
  { endings: words('- x'), stem: /(?:eau|eu|ou)$/, shortest: 4 },
  { endings: words('al aux'), stem: /./, shortest: 3 },
  { endings: words('al aux ale ales'), stem: /./, shortest: 3, attested: [{ of: words('aux ales'), count: 1 }] },
  { endings: words('- s e es'), stem: /[bcdfgiklmnprstu]$/, shortest: 5, attested: [{ of: words('- s e es'), count: 4 }] },
  { endings: words('- e es'), stem: /(?:ais|ois|eois|is)$/, shortest: 5, attested: [{ of: words('es'), count: 1 }] },
  { endings: words('- s ne nes'), stem: /(?:ien|een)$/, shortest: 5 },
  { endings: words('- s le les'), stem: /(?:el|eil)$/, shortest: 4, attested: [{ of: words('- s le les'), count: 3 }] },
  { endings: words('if ifs ive ives'), stem: /./, shortest: 3 },
  { endings: words('eux euse euses'), stem: /./, shortest: 3 }
]

const GERMAN_ENDINGS = words('- e en em es')
const GERMAN: readonly Paradigm[] = [
  {
    endings: GERMAN_ENDINGS,
    stem: /[^aeiou]$/,
    shortest: 4,
    attested: [
      { of: words('en em'), count: 1 },
      { of: words('e en em es'), count: 2 }
    ],
    unless: words('ent ened ening')
  },
  {
    endings: words('- en'),
    stem: /(?:ung|heit|keit|schaft|tat|ion|ist|ent|ant|ur|ik)$/,
    shortest: 5,
    unless: words('ened ening')
  },
  // Plurals in -er; an agent noun (spiel, spieler, spielerin) is another word.
  {
    endings: words('- er ern e es s'),
    stem: /[^aeiou]$/,
    shortest: 4,
    attested: [{ of: words('ern'), count: 1 }],
    unless: words('erin ers')
  },
  { endings: words('e en'), stem: /[^aeiou]$/, shortest: 4, unless: words('ent ened ening ens') },
  { endings: words('e en'), stem: /i$/, shortest: 5 },
  { endings: words('- n s'), stem: /(?:er|el)$/, shortest: 5, unless: words('ned nment nal') }
]

/** Endings of adjectives and participles, whose o and a are gender; after other stems they make other words (puerto, puerta). */
const GENDERED = /(?:[ai]d|iv|os|ari|ori|ient|ct|an|in)$/
const IBERIAN: readonly Paradigm[] = [
  { endings: words('- es'), stem: /[lrndy]$/, shortest: 5 },
  { endings: words('z ces'), stem: /[aeiou]$/, shortest: 3 },
  { endings: words('o a os as'), stem: GENDERED, shortest: 4, attested: [{ of: words('o a os as'), count: 3 }] },
  { endings: words('ao oes'), stem: /./, shortest: 3 },
  { endings: words('ao aes'), stem: /[mpl]$/, shortest: 2 },
  { endings: words('al ais'), stem: /./, shortest: 3 },
  { endings: words('el eis'), stem: /./, shortest: 3 },
  { endings: words('ol ois'), stem: /./, shortest: 3 },
  { endings: words('m ns'), stem: /[aeiou]$/, shortest: 3 }
]

const ITALIAN: readonly Paradigm[] = [
  { endings: words('o i'), stem: /[^aeiou]$/, shortest: 4 },
  { endings: words('a e'), stem: /(?:([^aeiou])\1|.{5}[^aeiou])$/, shortest: 4 },
  { endings: words('e i'), stem: /(?:ion|or|gg|tt|ent|ant|al|il|os|ud|er)$/, shortest: 4 },
  { endings: words('io i'), stem: /[^aeiou]$/, shortest: 5 },
  {
    endings: words('o a i e'),
    stem: /(?:[aiu]t|[ai]nt|es[st]|iv|ic|an|ari)$/,
    shortest: 5,
    attested: [{ of: words('o a i e'), count: 3 }]
  },
  { endings: words('o hi'), stem: /[cg]$/, shortest: 4 },
  { endings: words('a he'), stem: /[cg]$/, shortest: 4 }
]

const DUTCH: readonly Paradigm[] = [
  { endings: words('- en'), stem: /(?:[^aeiouyh]|[aeiou]h|sch)$/, shortest: 5, unless: words('ens ent ened ening') },
  { endings: words('s zen'), stem: /[aeiou](?:[aeiou]|j|[lnr])$/, shortest: 3 },
  { endings: words('f ven'), stem: /[aeiou](?:[aeiou]|j|[lnr])$/, shortest: 3 },
  ...[...'fgklmnprst'].map((letter) => ({
    endings: ['', `${letter}en`],
    stem: new RegExp(`[^aeiou][aeiou]${letter}$`),
    shortest: 4
  })),
  // A long vowel is written with one letter before a single consonant: staat, staten.
  ...[...'aeou'].flatMap((vowel) =>
    [...'dgklmnprt'].map((letter) => ({
      endings: [`${vowel}${letter}`, `${letter}en`],
      stem: new RegExp(`[^aeiou]${vowel}$`),
      shortest: 3
    }))
  )
]

const TURKISH_PLURAL = words(
  'lar ler lari leri larin lerin larini lerini larina lerine larinda lerinde larindan lerinden lara lere larda lerde lardan lerden'
)
const TURKISH: readonly Paradigm[] = [
  {
    endings: ['', ...TURKISH_PLURAL, ...words('in nin da de dan den ta te tan ten')],
    stem: /[aeiou]/,
    shortest: 3,
    attested: [{ of: TURKISH_PLURAL, count: 2 }]
  }
]

/** Noun cases and adjectives; й and ё are folded. Two other forms must stand in the archive, since short endings are many. */
const RUSSIAN: readonly Paradigm[] = [
  words('- а у ом е ы и ов ам ами ах'),
  words('а ы и е у ои ою - ам ами ах'),
  words('о а у ом е - ам ами ах'),
  words('ия ии ию иеи иям иями иях'),
  words('ие ия ию ием ии иям иями иях'),
  words('ь я ю ем е и еи ям ями ях ью'),
  words('ыи ого ому ым ом ая ои ую ое ые ых ыми'),
  words('ии его ему им ем ая еи ую ее ие их ими ого ому ои ом ое')
].map((endings) => ({ endings, stem: /[бвгджзклмнпрстфхцчшщ]$/, shortest: 4, attested: [{ of: endings, count: 3 }] }))

/** The endings `tokenize` joins to a word though a space parts them, so that the bare word still finds it. */
const PERSIAN: readonly Paradigm[] = [
  {
    endings: words('- ها های هایی هایم هایت هایش هایمان هایتان هایشان تر ترین'),
    stem: /[\u0621-\u06d3]$/,
    shortest: 2
  }
]

export const LATIN_PARADIGMS: readonly Paradigm[] = [
  ...ENGLISH,
  ...FRENCH,
  ...GERMAN,
  ...IBERIAN,
  ...ITALIAN,
  ...DUTCH,
  ...TURKISH
]
export const CYRILLIC_PARADIGMS: readonly Paradigm[] = RUSSIAN
export const ARABIC_SCRIPT_PARADIGMS: readonly Paradigm[] = PERSIAN
