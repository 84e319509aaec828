import { ArrowLeft, Download, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useActions } from '#renderer/app/store.ts'
import { RenameDialog } from '#renderer/features/rollcall/RenameDialog.tsx'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import type { RollCall } from '#shared/model/rollcall'

/** The name of a roll-call, when it ran, and what can be done with it as a whole. */
export function RollCallHead({ rollCall }: Readonly<{ rollCall: RollCall }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const actions = useActions()
  const { id, name, mode, ranAt, source } = rollCall
  const exportCsv = useAction('rollcall.export')
  const [isExporting, setExporting] = useState(false)
  const onExport = async (): Promise<void> => {
    setExporting(true)
    const done = await exportCsv({ id })
    setExporting(false)
    if (done != null) showDone(t('rollcall.exported', { name: done.name }))
  }
  const facts = [
    t(`rollcall.mode-${mode}`),
    ...(source === '' ? [] : [source]),
    t('rollcall.ranAt', { moment: format.moment(ranAt) })
  ]
  return (
    <header className="rollcall-head">
      <IconButton label={t('rollcall.back')} keys="Escape" onPress={() => actions.lookAtRollCall({ screen: 'home' })}>
        <ArrowLeft className="mirror" size={16} aria-hidden />
      </IconButton>
      <div className="rollcall-title">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <p>
          <bdi>{facts.join(' · ')}</bdi>
        </p>
      </div>
      <Button isDisabled={isExporting} onPress={() => void onExport()}>
        <Download size={15} aria-hidden />
        {t(isExporting ? 'rollcall.exporting' : 'rollcall.exportCsv')}
      </Button>
      <RollCallMenu rollCall={rollCall} />
    </header>
  )
}

function RollCallMenu({ rollCall }: Readonly<{ rollCall: RollCall }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const { id, name } = rollCall
  const remove = useAction('rollcall.delete', ['rollcall.list'])
  const undo = useAction('rollcall.undelete', ['rollcall.list'])
  const [isRenaming, setRenaming] = useState(false)
  const onDelete = async (): Promise<void> => {
    if ((await remove({ id })) === undefined) return
    actions.lookAtRollCall({ screen: 'home', id: null })
    showDone(t('rollcall.deleted', { name }), () => void undo({ id }))
  }
  const icon = { size: 15, 'aria-hidden': true } as const
  const label = t('rollcall.menu', { name })
  return (
    <>
      <Menu
        label={label}
        placement="bottom end"
        trigger={
          <IconButton label={label}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
        groups={[
          {
            id: 'change',
            entries: [
              { id: 'rename', label: t('rollcall.rename'), icon: <Pencil {...icon} />, onSelect: () => setRenaming(true) },
              {
                id: 'delete',
                label: t('rollcall.delete'),
                icon: <Trash2 {...icon} />,
                isDanger: true,
                onSelect: () => void onDelete()
              }
            ]
          }
        ]}
      />
      {isRenaming ? <RenameDialog rollCall={rollCall} onClose={() => setRenaming(false)} /> : null}
    </>
  )
}
