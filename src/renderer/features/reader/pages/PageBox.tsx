import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parsePageNumber } from '#renderer/features/reader/pages/page-number.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'

type Props = Readonly<{
  /** 1-based. */
  page: number
  total: number
  onGo: (page: number) => void
  ref?: Ref<HTMLInputElement>
}>

/** `12 of 340`: says which page is read, and goes to the one that is typed. */
export function PageBox({ page, total, onGo, ref }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const [typed, setTyped] = useState<string | null>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') event.currentTarget.blur()
    else if (event.key === 'Enter') {
      const wanted = parsePageNumber(event.currentTarget.value, total)
      setTyped(null)
      if (wanted === undefined) event.currentTarget.select()
      else onGo(wanted)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span className="pages-box tabular">
      <input
        ref={ref}
        inputMode="numeric"
        aria-label={t('pages.pageNumber')}
        value={typed ?? format.number(page)}
        style={{ inlineSize: `${Math.max(2, format.number(total).length) + 1.6}ch` }}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => setTyped(null)}
        onKeyDown={onKeyDown}
      />
      <span>{t('pages.total', { total })}</span>
    </span>
  )
}
