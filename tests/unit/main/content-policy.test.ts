import { describe, expect, it } from 'vitest'
import { appPolicy, pagePolicy, RESOURCE_POLICY } from '#main/content-policy'

function directives(policy: string): Map<string, string> {
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ')
      return [name, values.join(' ')]
    })
  )
}

describe("the policy of the program's own page", () => {
  const policy = directives(appPolicy('abc'))

  it('starts from nothing and runs only its own files', () => {
    expect(policy.get('default-src')).toBe("'none'")
    expect(policy.get('script-src')).toBe("'self'")
    expect(policy.get('connect-src')).toBe("'none'")
    expect(policy.get('object-src')).toBe("'none'")
    expect(policy.get('base-uri')).toBe("'none'")
    expect(policy.get('form-action')).toBe("'none'")
    expect(policy.get('frame-ancestors')).toBe("'none'")
    expect(policy.get('require-trusted-types-for')).toBe("'script'")
    expect(policy.get('trusted-types')).toBe("'none'")
  })

  it('lets in styles by nonce only, never all inline ones', () => {
    expect(policy.get('style-src')).toBe("'self' 'nonce-abc'")
    expect(appPolicy('abc')).not.toMatch(/unsafe|\*/)
  })

  it('names no place on the network but for frames, which the navigation guard holds', () => {
    for (const [name, value] of policy) if (name !== 'frame-src') expect(value).not.toMatch(/https?:|ws:/)
  })
})

describe("the policy of a document's page", () => {
  const policy = directives(pagePolicy('sanad-page://d7', 'sanad://app'))

  it('is sandboxed without any permission and has no script', () => {
    expect(policy.get('sandbox')).toBe('')
    expect(policy.get('default-src')).toBe("'none'")
    expect(policy.has('script-src')).toBe(false)
  })

  it('takes pictures and styles only from its own document', () => {
    expect(policy.get('img-src')).toBe('data: sanad-page://d7')
    expect(policy.get('style-src')).toBe("'unsafe-inline' sanad-page://d7")
    expect(policy.get('font-src')).toBe('data:')
  })

  it('can be framed by the program alone', () => {
    expect(policy.get('frame-ancestors')).toBe('sanad://app')
  })
})

describe('the policy of a resource', () => {
  it('can neither run, load, nor be framed', () => {
    expect(directives(RESOURCE_POLICY)).toEqual(
      new Map([
        ['sandbox', ''],
        ['default-src', "'none'"],
        ['form-action', "'none'"],
        ['base-uri', "'none'"],
        ['frame-ancestors', "'none'"]
      ])
    )
  })
})
