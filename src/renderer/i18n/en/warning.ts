/** Documents whose tag asks for care. */
export const warning = {
  title: 'You asked to be warned before this is shown',
  tags: 'Warnings',
  detail: 'Once shown, it stays open to you until the archive is closed. Its pictures stay blurred until you ask for them.',
  pages_one: '{{count, number}} page',
  pages_other: '{{count, number}} pages',
  show: 'Show the document',
  goBack: 'Go back',
  hidden: 'Passages are hidden. Warning: {{tags}}',
  switch: 'Warn before showing',
  switchDetail: 'Its documents are covered until you ask for them',
  on: 'Documents tagged “{{name}}” are now covered until you ask for them',
  off: 'Documents tagged “{{name}}” are shown at once again',
  mark: 'warns before its documents are shown'
} as const
