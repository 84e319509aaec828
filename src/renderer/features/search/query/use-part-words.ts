import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartDraft } from '#renderer/features/search/query/part-draft.ts'

const HAS = ['note', 'attachment', 'image', 'ocr', 'tag', 'date', 'text'] as const
const IS = ['unread', 'read', 'starred', 'copy', 'locked', 'scan'] as const

/** The values of `has:` and `is:`, in the order in which they are offered. */
export const PROPERTIES = { has: HAS, is: IS } as const

/** What a chip says: the part in words, not in signs. */
export function usePartWords(): (draft: PartDraft) => string {
  const { t } = useTranslation()
  return useCallback(
    (draft) => {
      const words = positive(draft)
      return draft.negated && draft.kind !== 'raw' ? t('query.not', { part: words }) : words

      function positive({ kind, text, least, most }: PartDraft): string {
        switch (kind) {
          case 'words':
          case 'raw':
            return text
          case 'phrase':
            return t('query.chipPhrase', { text })
          case 'any':
            return text.match(/"[^"]*"|\S+/g)?.join(` ${t('query.or')} `) ?? ''
          case 'near':
            return text
              .trim()
              .split(/\s+/)
              .join(` ${t('query.near')} `)
          case 'size':
          case 'pages':
            return t('query.chipField', { field: t(`query.kind-${kind}`), value: rangeWords(least, most) })
          case 'has':
          case 'is': {
            const has = HAS.find((value) => value === text)
            const is = IS.find((value) => value === text)
            if (kind === 'has' && has !== undefined) return t(`query.has-${has}`)
            return kind === 'is' && is !== undefined ? t(`query.is-${is}`) : text
          }
          default:
            return t('query.chipField', { field: t(`query.kind-${kind}`), value: text })
        }
      }
      function rangeWords(from: string, to: string): string {
        if (from === to) return from
        if (to === '') return t('query.atLeast', { value: from })
        return from === '' ? t('query.atMost', { value: to }) : t('query.fromTo', { from, to })
      }
    },
    [t]
  )
}
