import { type ReactNode, useLayoutEffect, useSyncExternalStore } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useCommand } from '#renderer/api/use-command.ts'
import { ariaLocale, directionOf, themeOf } from '#renderer/app/appearance.ts'

const darkPreferred = window.matchMedia('(prefers-color-scheme: dark)')

function subscribeToDark(listener: () => void): () => void {
  darkPreferred.addEventListener('change', listener)
  return () => darkPreferred.removeEventListener('change', listener)
}

/** Applies theme, language and direction from the settings, at once when they change. Draws nothing before the settings are known. */
export function Appearance({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  const settings = useCommand('settings.get', {}).data
  const prefersDark = useSyncExternalStore(subscribeToDark, () => darkPreferred.matches)
  const theme = themeOf(settings?.theme ?? 'system', prefersDark)
  const language = settings?.language ?? 'en'
  const direction = directionOf(settings?.layout ?? 'auto', language)
  useLayoutEffect(() => {
    const root = document.documentElement
    root.dataset.theme = theme
    root.lang = language
    root.dir = direction
  }, [theme, language, direction])
  if (settings === undefined) return null
  return <I18nProvider locale={ariaLocale(language, direction)}>{children}</I18nProvider>
}
