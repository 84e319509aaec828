import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '#renderer/ui/Select.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import type { ListChoice, ListPreview } from '#shared/model/rollcall'

type Props = Readonly<{ preview: ListPreview; choice: ListChoice; onChoice: (choice: ListChoice) => void }>

/** How a list is read, with its first lines and its bad ones, and the choices there are. */
export function ListChecked({ preview, choice, onChoice }: Props): ReactNode {
  const { t } = useTranslation()
  const { total, malformed, firstMalformed } = preview
  return (
    <section className="rollcall-checked" aria-label={t('rollcall.preview')}>
      <div className="rollcall-choices">
        {preview.sheets.length > 1 ? (
          <Select
            label={t('rollcall.sheet')}
            options={preview.sheets.map((name, at) => ({ value: String(at + 1), label: name }))}
            value={String(preview.sheet)}
            onChange={(sheet) => onChoice({ sheet: Number(sheet), column: null, header: null })}
          />
        ) : null}
        {preview.columns.length > 1 || preview.column === 'whole' ? (
          <>
            <Columns preview={preview} onColumn={(column) => onChoice({ ...choice, column })} />
            <Switch isSelected={preview.header} onChange={(header) => onChoice({ ...choice, header })}>
              {t('rollcall.header')}
            </Switch>
          </>
        ) : null}
      </div>
      <SampleTable preview={preview} />
      <p className={malformed > 0 ? 'rollcall-bad' : 'rollcall-good'}>
        {malformed > 0 ? <TriangleAlert size={15} aria-hidden /> : <CircleCheck size={15} aria-hidden />}
        <span>
          {t('rollcall.lineCount', { count: total })}
          {' · '}
          {malformed > 0 ? t('rollcall.badCount', { count: malformed }) : t('rollcall.badNone')}
        </span>
      </p>
      <ul className="rollcall-bad-lines">
        {firstMalformed.map(({ number, text, problem }) => (
          <li key={number}>
            <span className="tabular">{t('rollcall.lineWith', { number })}</span> <bdi>{text}</bdi>{' '}
            {problem === null ? null : <span>{t(`rollcall.problem-${problem}`)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Columns({
  preview,
  onColumn
}: Readonly<{ preview: ListPreview; onColumn: (column: number | 'whole') => void }>): ReactNode {
  const { t } = useTranslation()
  const columns = preview.columns.map((name, at) => ({
    value: String(at),
    label: name === '' ? t('rollcall.columnNumber', { number: at + 1 }) : t('rollcall.columnNamed', { name, number: at + 1 })
  }))
  const whole = preview.sheets.length === 0 ? [{ value: 'whole', label: t('rollcall.wholeLine') }] : []
  return (
    <Select
      label={t('rollcall.column')}
      options={[...columns, ...whole]}
      value={String(preview.column)}
      onChange={(column) => onColumn(column === 'whole' ? column : Number(column))}
    />
  )
}

/** The first records with all their columns; the chosen one stands out. */
function SampleTable({ preview }: Readonly<{ preview: ListPreview }>): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="rollcall-sample">
      <table aria-label={t('rollcall.preview')}>
        <tbody>
          {preview.sample.map(({ number, cells }) => (
            <tr key={number}>
              <th scope="row" className="tabular">
                {number}
              </th>
              {cells.slice(0, 12).map((cell, at) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                  key={at}
                  dir="auto"
                  data-chosen={preview.column === 'whole' || preview.column === at || undefined}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
