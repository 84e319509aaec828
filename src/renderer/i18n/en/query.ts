/** Building a query, what it was understood as, and help with it. */
export const query = {
  understoodLabel: 'How the search was understood',
  expansionsOf: '{{word}}: {{on, number}} of {{all, number}} other spellings are searched too',
  alsoFoundWith: 'Also found with {{word}}',
  allOn: 'All on',
  allOff: 'All off',
  'expansion-inflection': 'Other forms of the word',
  'expansion-compound': 'Words that end in it',
  'expansion-name': 'Spellings of the name',
  'expansion-script': 'In other scripts',
  'expansion-fuzzy': 'Spelled nearly the same',
  'expansion-wildcard': 'Words of this shape',
  'note-query-cut': 'The search is too long. It was cut before {{text}}.',
  'note-wildcard-cut': 'Many words have the shape {{text}}. The {{limit, number}} most frequent are searched.',
  'note-fuzzy-cut': 'Many words are spelled nearly like {{text}}. The {{limit, number}} nearest are searched.',
  'note-forms-cut': 'The word {{text}} has many forms. {{limit, number}} of them are searched.',
  'note-near-cut': '{{text}} has many spellings. {{limit, number}} of them are searched near each other.',
  'note-wildcard-empty': 'No word in this archive has the shape {{text}}.',
  'note-regex-invalid': '{{text}} is no regular expression that can be searched. It was read as words.',
  'note-near-needs-words': '{{text}}: NEAR needs a word on both sides. All of the words were searched, anywhere in the document.',
  'note-value-unreadable': '{{text}} could not be read. It was searched as words.',
  'note-no-such-name': 'There is no name card called {{text}}. The words were searched as they are.'
} as const
