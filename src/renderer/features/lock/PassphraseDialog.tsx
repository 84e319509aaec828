import '#renderer/features/lock/lock.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'

/** How a question about a passphrase ends. */
export type PassphraseDialogEnds = Readonly<{
  /** What was asked for is done, or begun. */
  onDone: () => void
  /** It was given up: by Escape, the cross or the button. */
  onCancel: () => void
}>

type Props = Readonly<{
  title: string
  /** What the main button says. */
  confirm: string
  /** `danger`: it takes a protection away. */
  kind?: 'primary' | 'danger'
  width?: 'narrow' | 'medium'
  /** What was confirmed is being tried: the key of a passphrase takes a moment to work out, and longer on a slow computer. */
  isBusy?: boolean
  /** All that is asked was answered. Until then neither the button nor Enter does anything. */
  canConfirm: boolean
  onConfirm: () => void
  onClose: () => void
  children: ReactNode
}>

/** The frame of every question about a passphrase: a form that Enter sends. A click beside it does not throw away what was typed. */
export function PassphraseDialog(props: Props): ReactNode {
  const { title, confirm, kind = 'primary', width = 'medium', isBusy = false, onConfirm, onClose, children } = props
  const { t } = useTranslation()
  const canConfirm = props.canConfirm && !isBusy
  const submit = (): void => {
    if (canConfirm) onConfirm()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isDismissable={false}
      width={width}
      title={title}
      closeLabel={t('common.close')}
      footer={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind={kind} isDisabled={!canConfirm} onPress={submit}>
            {isBusy ? t('lock.trying') : confirm}
          </Button>
        </>
      }
    >
      <form
        className="lock-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {children}
        {/* Enter in a field sends the form. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
