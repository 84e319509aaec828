import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import type { CopyKind, CopyPreview } from '#shared/model/copy'
import type { DocumentId } from '#shared/model/ids'

/** Which copies there can be. */
export type CopyOffer = Readonly<{
  can: Readonly<Record<CopyKind, boolean>>
  /** What is to be known of a kind: why there is none, or of how many documents; null where its usual words do. */
  why: Readonly<Record<CopyKind, string | null>>
  /** Of the one document; null for several. */
  preview: CopyPreview | null
}>

/** Null until it is known. Of one document the file itself is asked, of several only their types. */
export function useCopyOffer(ids: readonly DocumentId[]): CopyOffer | null {
  const { t } = useTranslation()
  const [only] = ids
  const isOne = ids.length === 1 && only !== undefined
  const preview = useCommand('export.preview', { id: only ?? (0 as DocumentId) }, { enabled: isOne }).data
  const survey = useCommand('export.survey', { ids: [...ids] }, { enabled: !isOne }).data
  if (isOne && preview !== undefined) {
    const { clean, hasText } = preview
    return {
      can: { exact: true, clean: clean.isPossible, text: hasText },
      why: {
        exact: null,
        clean: clean.isPossible ? null : t(`copies.reason-${clean.reason}`),
        text: hasText ? null : t('copies.noText')
      },
      preview
    }
  }
  if (isOne || survey === undefined) return null
  const { total, cleanable, withText } = survey
  return {
    can: { exact: total > 0, clean: cleanable > 0, text: withText > 0 },
    why: {
      exact: null,
      clean: cleanable === total ? null : t('copies.cleanMany', { can: cleanable, count: total }),
      text: withText === total ? null : t('copies.textMany', { can: withText, count: total })
    },
    preview: null
  }
}
