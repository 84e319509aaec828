/** What is offered while a query is typed. */
export const suggest = {
  label: 'Suggestions',
  field: 'field',
  name: 'name card',
  saved: 'saved search',
  trail: 'searched before',
  tag: 'tag',
  folder: 'folder',
  document: 'document',
  hint: '↓ choose · Tab complete · Enter search as typed',
  didYouMean: 'Did you mean',
  spelling: '{{spelling}} ({{documents}})'
} as const
