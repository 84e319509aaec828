import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAction } from '#renderer/api/use-action.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import type { ImportRecord } from '#shared/model/importing'

/** Every import of the archive with its receipt. */
export function ImportHistory(): ReactNode {
  const { t } = useTranslation()
  const imports = useCommand('import.list', {}).data
  if (imports === undefined) return null
  return (
    <section aria-labelledby="settings-imports">
      <SectionHeading id="settings-imports">{t('settings.imports')}</SectionHeading>
      {imports.length === 0 ? (
        <p className="settings-detail">{t('importing.historyEmpty')}</p>
      ) : (
        <ul className="settings-imports">
          {imports.map((record) => (
            <Row key={record.id} record={record} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ record }: Readonly<{ record: ImportRecord }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const restart = useAction('import.restart', ['import.list', 'import.current'])
  const when = format.moment(record.endedAt ?? record.startedAt)
  const facts = { files: t('common.files', { count: record.counts.files }), size: format.bytes(record.counts.bytes) }
  return (
    <li>
      <div>
        <strong className="truncate" dir="auto">
          {record.name}
        </strong>
        <small className="truncate">
          {t('importing.importNumber', { id: record.id })} · {t(`importing.state-${record.state}`, { when })} ·{' '}
          {t('importing.historyLine', facts)}
        </small>
      </div>
      {record.state === 'interrupted' ? (
        <Button kind="quiet" onPress={() => void restart({ id: record.id })}>
          {t('importing.takeUp')}
        </Button>
      ) : null}
      <Button kind="quiet" onPress={() => actions.showDialog({ kind: 'receipt', importId: record.id })}>
        {t('importing.showReceipt')}
      </Button>
    </li>
  )
}
