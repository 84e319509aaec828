import { type ReactNode, useEffect, useState } from 'react'

type Props = Readonly<{
  /** The address for a width in device pixels; the same for every width where the picture comes as it is. */
  addressOf: (width: number) => string
  width: number
  alt: string
  /** Stands in the place of a picture that can not be drawn. */
  broken: ReactNode
}>

/** A size is asked for when it stayed the same for so long. */
const SETTLE_MS = 160

/** The picture of a page. In another size the one that is there is stretched until the new one has come. */
export function PagePicture({ addressOf, width, alt, broken }: Props): ReactNode {
  const wanted = addressOf(useSettled(width))
  const [shown, setShown] = useState<string | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  if (failed === wanted && shown === null) return broken
  return (
    <>
      {shown === null || shown === wanted ? null : <img className="page-picture" src={shown} alt="" draggable={false} />}
      <img
        key={wanted}
        className="page-picture"
        data-waiting={shown !== wanted || undefined}
        src={wanted}
        alt={alt}
        decoding="async"
        draggable={false}
        onLoad={() => setShown(wanted)}
        onError={() => setFailed(wanted)}
      />
    </>
  )
}

/** The value once it has not changed for a moment; the first one at once. */
function useSettled(value: number): number {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    if (settled === value) return
    const timer = setTimeout(() => setSettled(value), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [value, settled])
  return settled
}
