/** The bridge between the window's page and the main process: four functions, no logic. Main checks everything that passes here. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { SanadBridge } from '#shared/contract'

const receivers = new Set<(name: unknown, payload: unknown) => void>()
ipcRenderer.on('sanad:event', (_event, name: unknown, payload: unknown) => {
  for (const receive of receivers) receive(name, payload)
})

const bridge: SanadBridge = {
  invoke: (name, input) => ipcRenderer.invoke('sanad:invoke', name, input),
  on: (name, listener) => {
    const receive = (sent: unknown, payload: unknown): void => {
      if (sent === name) listener(payload)
    }
    receivers.add(receive)
    // Main holds back what was asked of it at the start until somebody here can hear it.
    ipcRenderer.send('sanad:listening', name)
    return () => void receivers.delete(receive)
  },
  importDropped: (files) => {
    const paths = files.filter((file) => file instanceof File).map((file) => webUtils.getPathForFile(file))
    ipcRenderer.send('sanad:dropped', paths)
  },
  platform: process.platform
}

contextBridge.exposeInMainWorld('sanad', bridge)
