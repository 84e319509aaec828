import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import type { About } from '#renderer/features/search/facets/conditions.ts'
import { yearsInWords } from '#renderer/features/search/facets/year-words.ts'
import { sentenceCase } from '#renderer/i18n/sentence-case.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import type { SearchFacets } from '#shared/model/facets'

/** What a condition is called: by the catalogue, by the counts that name it, by the navigation, or by its own value. */
export function useAboutWords(facets: SearchFacets | undefined): (about: About) => string {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const sidebar = useCommand('library.sidebar', {}).data
  return useMemo(
    () => (about) => {
      if (about.facet === 'type') return sentenceCase(t(about.kind), i18n.language)
      const { facet, value } = about
      if (facet === 'language') return format.language(String(value)) ?? t('facets.unknownLanguage')
      if (typeof value === 'object') return yearsInWords(value.from, value.to, i18n.language)
      if (facet === 'year') return t('facets.undated')
      const counted = facets?.groups[facet].values.find((one) => one.value === value)
      if (counted !== undefined) return counted.label
      const listed = facet === 'tag' ? sidebar?.tags : sidebar?.folders
      const known = facet === 'tag' || facet === 'folder' || facet === 'container' ? listed : undefined
      return known?.find((one) => one.id === value)?.name ?? (typeof value === 'string' ? value : t(`facets.${facet}`))
    },
    [facets, sidebar, t, i18n.language, format]
  )
}
