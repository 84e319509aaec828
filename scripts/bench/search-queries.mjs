// Queries by class, as people type them; `recoll` where its language says the same in another way.
const of = (name, queries, more = {}) => queries.map((query) => ({ class: name, recoll: query, ...more, query }))

export const searchQueries = [
  ...of('very common word', ['the', 'of', 'and', 'in', 'is', 'de']),
  ...of('common word', ['system', 'file', 'example', 'value', 'function', 'text', 'please', 'size']),
  ...of('rare word', ['slavery', 'tribunal', 'torture', 'marriage', 'nationality', 'conscience', 'refugee', 'detention']),
  ...of('two words', ['human rights', 'package build', 'free software', 'family protection', 'data type', 'slavery the']),
  ...of('one of two words', ['torture OR slavery', 'free OR system', 'marriage OR nationality', 'the OR freedom']),
  ...of('phrase', ['"human rights"', '"of the"', '"standard library"', '"right to education"', '"free software"', '"in this"']),
  ...of('beginning of a word', ['secur*', 'educat*', 'libert*', 'imprison*', 'nation*']),
  // What a window asks while somebody types; recoll has a star for it.
  ...['tor', 'tort', 'slav', 'free', 'freed', 'syst', 'marr'].map((query) => ({
    class: 'word being typed',
    query,
    recoll: `${query}*`,
    typing: true
  })),
  ...of('Chinese, Japanese, Korean', ['自由', '权利', '人権', '世界人權宣言', '자유', '系统']),
  ...of('Arabic, Persian, Hebrew', ['آزادی', 'کتاب', 'حقوق', 'الرحمن', 'می‌شود', 'اللغة', 'חופש']),
  ...of('accents, Cyrillic, Greek', ['liberté', 'droits', 'Freiheit', 'özgürlük', 'свобода', 'права', 'ἀνθρώπου']),
  ...of('left out', ['freedom -press', 'system -file', 'the -of']),
  ...[
    ['title:freedom', 'title:freedom'],
    ['title:the', 'title:the'],
    ['type:pdf the', 'mime:application/pdf the'],
    ['type:epub freedom', 'mime:application/epub+zip freedom'],
    ['after:2015 the', 'date:2015/ the']
  ].map(([query, recoll]) => ({ class: 'field or date', query, recoll }))
]
