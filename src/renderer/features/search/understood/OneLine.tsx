import { ChevronDown, ChevronUp } from 'lucide-react'
import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#renderer/ui/IconButton.tsx'

/**
 * A sentence on one line, whatever its length, with a button that shows all of it where it is longer. What is longer opens by itself
 * when the focus comes to a control in the part that is out of sight.
 */
export function OneLine({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  const { t } = useTranslation()
  const line = useRef<HTMLSpanElement>(null)
  const [isLonger, setLonger] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const measure = useCallback((): void => {
    const element = line.current
    if (element !== null && element.dataset.open === 'false') setLonger(element.scrollWidth > element.clientWidth + 1)
  }, [])
  // The sentence may be another one with each drawing; the room it has changes by itself.
  useLayoutEffect(measure)
  useLayoutEffect(() => {
    const element = line.current
    if (element === null) return
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    const onFocus = (event: FocusEvent): void => {
      if (event.target instanceof Element && isOutside(event.target, element)) setOpen(true)
    }
    element.addEventListener('focusin', onFocus)
    return () => {
      watch.disconnect()
      element.removeEventListener('focusin', onFocus)
    }
  }, [measure])
  return (
    <>
      <span className="one-line" dir="auto" data-open={isOpen} ref={line}>
        {children}
      </span>
      {isLonger ? (
        <IconButton label={t(isOpen ? 'query.understoodLess' : 'query.understoodAll')} onPress={() => setOpen(!isOpen)}>
          {isOpen ? <ChevronUp size={13} aria-hidden /> : <ChevronDown size={13} aria-hidden />}
        </IconButton>
      ) : null}
    </>
  )
}

function isOutside(part: Element, whole: Element): boolean {
  const [own, all] = [part.getBoundingClientRect(), whole.getBoundingClientRect()]
  return own.left < all.left - 1 || own.right > all.right + 1
}
