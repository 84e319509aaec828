import { describe, expect, test } from 'vitest'
import { isHardMarkdown } from '#engine/extract/text/markdown-guard'

describe('Markdown that would keep the lexer busy for ever', () => {
  test.each([
    ['emphasis that is never closed', `${'a*'.repeat(2000)}`],
    ['emphasis over many lines of one paragraph', 'a_ b__\n'.repeat(2000)],
    ['a table whose rows are shorter than its header', `${'|a'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${'|b\n'.repeat(50_000)}`],
    ['one word without end', `${'a'.repeat(100_000)}@`],
    ['quotes in quotes', `${'>'.repeat(100)} a`]
  ])('%s is told before', (_name, text) => {
    expect(isHardMarkdown(text)).toBe(true)
  })

  test.each([
    ['emphasis in many paragraphs', 'The *heron* and the **kingfisher**, `seen_here_often`.\n\n'.repeat(2000)],
    ['a long table', `|a|b|c|\n|-|-|-|\n${'|1|2|3|\n'.repeat(100_000)}`],
    ['a picture written into it', `![A heron](data:image/png;base64,${'iVBORw0K'.repeat(20_000)})`]
  ])('%s is none', (_name, text) => {
    expect(isHardMarkdown(text)).toBe(false)
  })
})
