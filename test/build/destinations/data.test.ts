import { existsSync } from 'node:fs'
import path from 'node:path'
import { destinations } from '../../../build/destinations'
import { projectRoot } from '../../../build/system/project'

test('there are sixteen, each once', () => {
  expect(destinations).toHaveLength(16)
  for (const key of ['slug', 'name', 'metadataId'] as const) {
    expect(new Set(destinations.map((one) => one[key])).size).toBe(destinations.length)
  }
})

describe.each(destinations)('$name', ({ slug, subscriptions, notes, byDefault }) => {
  test('is one file, named after its slug', () =>
    expect(existsSync(path.join(projectRoot, 'build', 'destinations', `${slug}.ts`))).toBe(true))

  test('has subscriptions of different names', () => {
    expect(subscriptions.length).toBeGreaterThan(0)
    expect(new Set(subscriptions.map(({ name }) => name)).size).toBe(subscriptions.length)
  })

  test('says what is to know, in sentences', () => {
    expect([...notes, byDefault].filter((text) => !/^\S.*\.$/.test(text))).toEqual([])
    expect(notes.length).toBeGreaterThan(0)
  })

  test('takes consent from registrations only', () => {
    const others = subscriptions.filter(
      ({ consent, trigger }) => consent !== undefined && !trigger.includes('Registration'),
    )
    expect(others).toEqual([])
  })
})
