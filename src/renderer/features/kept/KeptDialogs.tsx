import '#renderer/features/kept/kept.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useAction } from '#renderer/api/use-action.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { LONGEST_NAME } from '#renderer/features/kept/longest-name.ts'
import { Trail } from '#renderer/features/kept/Trail.tsx'
import { useCurrentSearch } from '#renderer/features/kept/use-current-search.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { NameForm } from '#renderer/ui/NameForm.tsx'

/** Saving the current search, and the trail. Each opens when the state says so. */
export function KeptDialogs(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const kind = useAppState((state) => state.dialog?.kind)
  return (
    <>
      <Dialog
        isOpen={kind === 'save-search'}
        onClose={actions.closeDialog}
        title={t('kept.saveTitle')}
        closeLabel={t('common.close')}
        width="narrow"
      >
        {kind === 'save-search' ? <SaveSearch /> : null}
      </Dialog>
      <Dialog
        isOpen={kind === 'trail'}
        onClose={actions.closeDialog}
        title={t('kept.trail')}
        closeLabel={t('common.close')}
        width="wide"
      >
        {kind === 'trail' ? <Trail /> : null}
      </Dialog>
    </>
  )
}

function SaveSearch(): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const search = useCurrentSearch()
  const save = useAction('savedSearches.save', ['savedSearches.list', 'savedSearches.counts'])
  return (
    <>
      <p className="kept-detail">{t('kept.saveDetail')}</p>
      <NameForm
        label={t('kept.name')}
        initial={search.query.slice(0, 80)}
        longest={LONGEST_NAME}
        action={t('kept.saveButton')}
        cancelLabel={t('common.cancel')}
        onClose={actions.closeDialog}
        onSubmit={async (name) => {
          const saved = await save({ name, search })
          if (saved !== undefined) showDone(t('kept.saveDone', { name }))
          return saved !== undefined
        }}
      />
    </>
  )
}
