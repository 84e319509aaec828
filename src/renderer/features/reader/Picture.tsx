import { ImageOff } from 'lucide-react'
import { type ReactNode, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BlurContext } from '#renderer/features/reader/blur-context.ts'
import { pictureAddress } from '#renderer/features/reader/picture-address.ts'
import type { DocumentId } from '#shared/model/ids'

type Props = Readonly<{
  documentId: DocumentId
  /** Undefined when the picture was not saved with the page. */
  resource: string | undefined
  /** What the page says the picture shows; may be empty. */
  description: string
  /** The same words, drawn with their hits. */
  caption: ReactNode
}>

/** A picture of a saved page with its description, or a quiet note where the picture was not saved. Blurred until asked for, if so set. */
export function Picture({ documentId, resource, description, caption }: Props): ReactNode {
  const { t } = useTranslation()
  const [broken, setBroken] = useState(false)
  return (
    <figure className="reader-figure">
      {resource === undefined || broken ? (
        <div className="reader-no-picture">
          <ImageOff aria-hidden size={16} />
          <span>{t(broken ? 'reader.pictureBroken' : 'reader.pictureNotSaved')}</span>
        </div>
      ) : (
        <Veiled description={description}>
          <img
            src={pictureAddress(documentId, resource)}
            alt={description}
            loading="lazy"
            decoding="async"
            draggable={false}
            onError={() => setBroken(true)}
          />
        </Veiled>
      )}
      {description === '' ? null : (
        <figcaption dir="auto" className="reader-caption">
          {caption}
        </figcaption>
      )}
    </figure>
  )
}

function Veiled({ children, description }: Readonly<{ children: ReactNode; description: string }>): ReactNode {
  const { t } = useTranslation()
  const blur = useContext(BlurContext)
  const [shown, setShown] = useState(false)
  if (!blur || shown) return <div className="reader-picture">{children}</div>
  return (
    <div className="reader-picture" data-veiled>
      <span aria-hidden>{children}</span>
      <button
        type="button"
        data-veil
        aria-label={description === '' ? t('reader.pictureShow') : t('reader.pictureShowCalled', { description })}
        onClick={() => setShown(true)}
      >
        {t('reader.pictureShow')}
      </button>
    </div>
  )
}
