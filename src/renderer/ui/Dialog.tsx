import '#renderer/ui/dialog.css'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Button, Heading, Modal, ModalOverlay } from 'react-aria-components'

export type DialogProps = Readonly<{
  isOpen: boolean
  onClose: () => void
  title: string
  closeLabel: string
  children: ReactNode
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode
  width?: 'narrow' | 'medium' | 'wide'
  /** True: the title is read aloud but not drawn, and there is no close button: Escape and a click outside close it. */
  bare?: boolean
  /** False: a click outside does not close it. */
  isDismissable?: boolean
  role?: 'dialog' | 'alertdialog'
}>

/** A window over the window: holds the focus, closes with Escape, gives the focus back. */
export function Dialog(props: DialogProps): ReactNode {
  const { isOpen, onClose, title, closeLabel, children, footer, width = 'medium', bare = false, role = 'dialog' } = props
  return (
    <ModalOverlay
      className={`ui-veil${bare ? ' ui-veil--top' : ''}`}
      isOpen={isOpen}
      isDismissable={props.isDismissable ?? true}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={`ui-modal ui-modal--${width}`}>
        <AriaDialog className="ui-dialog" role={role} data-overlay="" {...(bare ? { 'aria-label': title } : {})}>
          {bare ? null : (
            <header className="ui-dialog-head">
              <Heading slot="title">{title}</Heading>
              <Button className="ui-icon-button" aria-label={closeLabel} onPress={onClose}>
                <X size={16} aria-hidden />
              </Button>
            </header>
          )}
          <div className={bare ? 'ui-dialog-bare' : 'ui-dialog-body'}>{children}</div>
          {footer === undefined ? null : <footer className="ui-dialog-foot">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
