import { createContext } from 'react'

/** Whether pictures stay blurred until asked for. */
export const BlurContext = createContext(false)
