import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { documentsFolder } from '#main/documents-folder'

const home = resolve('/home/reader')
const system = (documents: string) => ({ getPath: (name: string) => (name === 'home' ? home : documents) })

it("is the system's, and `Documents` where the system names none and answers with the home folder", () => {
  expect(documentsFolder(system(join(home, 'مدارک')))).toBe(join(home, 'مدارک'))
  expect(documentsFolder(system(home))).toBe(join(home, 'Documents'))
})
