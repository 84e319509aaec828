import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { bundleList, carriedFiles, carriedPackages, cssTree } from './bundling.config'

const here = (path: string): string => resolve(import.meta.dirname, path)

/** Compiled for one system each, so never bundled. */
const nativePackages = ['better-sqlite3']

export default defineConfig({
  main: {
    resolve: { alias: [cssTree] },
    plugins: [carriedFiles, bundleList([...carriedPackages, ...nativePackages])],
    build: {
      // Only native code stays outside the bundle, so that a built app needs no node_modules but that one.
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: here('src/main/index.ts'),
          'engine-thread': here('src/main/engine/threads/engine-thread.ts'),
          'wipe-thread': here('src/main/lock/memory/wipe-thread.ts'),
          'extract-process': here('src/main/engine/extract/pool/process.ts'),
          'hash-thread': here('src/main/engine/threads/hash-thread.ts'),
          cli: here('src/cli/index.ts')
        },
        external: [...nativePackages, 'electron'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' }
      }
    }
  },
  preload: {
    plugins: [bundleList()],
    build: {
      // A sandboxed preload must be one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: here('src/preload/index.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: here('src/renderer'),
    plugins: [react(), bundleList()],
    build: {
      // The content security policy allows no data: scripts or styles; keep assets as files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      rolldownOptions: { input: { index: here('src/renderer/index.html') } }
    }
  }
})
