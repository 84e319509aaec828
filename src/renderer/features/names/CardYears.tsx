import type { CSSProperties, ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { NameCard } from '#shared/model/name'

type Props = Readonly<{
  years: NameCard['years']
  /** The year the mentions are narrowed to; undefined: all, null: undated. */
  chosen: number | null | undefined
  onChoose: (year: number | null | undefined) => void
}>

/** Documents by year, as bars; a press narrows the mentions to a year, another one shows all again. */
export function CardYears({ years, chosen, onChoose }: Props): ReactNode {
  const { t } = useTranslation()
  const most = Math.max(1, ...years.map(({ documents }) => documents))
  if (years.length === 0) return null
  return (
    <section className="card-part" aria-labelledby="card-years">
      <h3 id="card-years">{t('names.years')}</h3>
      <ul className="card-years">
        {years.map(({ year, documents }) => {
          const words = year === null ? t('names.undated') : String(year)
          const isOn = chosen !== undefined && chosen === year
          return (
            <li key={words}>
              <Button
                className="card-year"
                aria-pressed={isOn}
                aria-label={t('names.yearDocuments', { year: words, count: documents })}
                onPress={() => onChoose(isOn ? undefined : year)}
              >
                <span className="card-year-bar" style={barOf(documents / most)} aria-hidden />
                <span className="card-year-words tabular">{words}</span>
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const barOf = (share: number): CSSProperties => ({ blockSize: `${Math.max(3, Math.round(share * 44))}px` })
