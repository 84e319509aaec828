import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Breadcrumb, Breadcrumbs, Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { stepsTo } from '#renderer/features/reader/folder/folder-entries.ts'

type Props = Readonly<{ root: string; path: string; onGo: (path: string) => void }>

/** The way to the folder that is shown; each step leads back. */
export function FolderPath({ root, path, onGo }: Props): ReactNode {
  const { t } = useTranslation()
  const steps = [{ name: root, path: '' }, ...stepsTo(path)]
  return (
    <Breadcrumbs className="folder-path" aria-label={t('reader.insidePath')}>
      {steps.map((step, index) => (
        <Breadcrumb key={step.path} id={step.path}>
          {index === 0 ? null : <ChevronRight className="mirror" size={12} aria-hidden />}
          {index === steps.length - 1 ? (
            <bdi>{step.name}</bdi>
          ) : (
            <Button className="folder-step" onPress={() => onGo(step.path)}>
              <bdi>{step.name}</bdi>
            </Button>
          )}
        </Breadcrumb>
      ))}
    </Breadcrumbs>
  )
}
