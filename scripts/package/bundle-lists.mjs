// What the build says of itself: see `bundleList` in bundling.config.ts.
import { readFileSync } from 'node:fs'
import { inProject } from '../setup/paths.mjs'

const parts = ['main', 'preload', 'renderer']

/** The list of one part of the build: `{ programs, packages }`. */
export const bundleListOf = (part) => JSON.parse(readFileSync(inProject('out', part, 'bundle.json'), 'utf8'))

/** Packages that are in the build, each once, as package-lock.json calls them (`node_modules/saxes`), sorted. */
export const bundledPackages = () => [...new Set(parts.flatMap((part) => bundleListOf(part).packages))].sort()
