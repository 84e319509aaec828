import '#renderer/app/fonts.css'
import '#renderer/app/tokens.css'
import '#renderer/app/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from '#renderer/api/query-client.ts'
import { App } from '#renderer/app/App.tsx'
import { createAppStore } from '#renderer/app/store.ts'
import { startI18n } from '#renderer/i18n/setup.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

startI18n()
createRoot(root).render(
  <StrictMode>
    <App client={makeQueryClient()} store={createAppStore()} />
  </StrictMode>
)
