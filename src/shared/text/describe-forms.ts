const MOST_FORMS_NAMED = 6

/** What else is found for a part of a query, as it follows the part: ` (also executions)`; at most six by name. Empty for none. */
export function describeForms(forms: readonly string[]): string {
  if (forms.length === 0) return ''
  const named = forms.slice(0, MOST_FORMS_NAMED).join(', ')
  const more = forms.length - MOST_FORMS_NAMED
  return more > 0 ? ` (also ${named} and ${more} more)` : ` (also ${named})`
}
