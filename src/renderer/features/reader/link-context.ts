import { createContext } from 'react'

/** What a click on a link in a document does with its address. */
export const LinkContext = createContext<(href: string) => void>(() => undefined)
