import { readFileSync } from 'node:fs'
import path from 'node:path'
import { events } from '../functions/events'
import packageJson from '../package.json'
import { sharedProperties } from '../shared/properties'
import { settingDefinitions } from '../shared/setting-definitions'

const readme = readFileSync(path.join(__dirname, '..', 'README.md'), 'utf8')

test.each(events.map(({ name, firesWhen }) => [name, firesWhen]))('%s is in the table of events', (name, firesWhen) => {
  expect(readme).toMatch(new RegExp(`\\| \`${name}\` \\|.*\\| ${firesWhen} \\|`))
})

test.each(events.flatMap(({ name, properties }) => properties.map((property) => [name, property.name])))(
  '%s is said to have %s',
  (name, property) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\` |`))
    expect(row).toContain(`\`${property}\``)
  },
)

test.each(sharedProperties.map(({ name, type }) => [name, type]))(
  '%s is in the table of properties, as %s',
  (name, type) => {
    const row = readme
      .split('\n')
      .find((line) => line.startsWith('| `') && line.includes(`\`${name}\``) && line.includes(`| ${type} |`))
    expect(row).toBeDefined()
  },
)

test.each(settingDefinitions.map(({ name }) => [name]))('%s is in the table of settings', (name) => {
  expect(readme).toContain(`\n| \`${name}\` |`)
})

const forUsers = ['start', 'build', 'simulate', 'inspect', 'docs', 'bench', 'test']
const forDeploying = ['plan', 'deploy', 'status', 'rollback', 'pull']

test.each(Object.keys(packageJson.scripts).filter((name) => [...forUsers, ...forDeploying].includes(name)))(
  'the command %s is explained',
  (name) => {
    expect(readme).toMatch(new RegExp(`npm (?:run )?(?:--silent )?${name}\\b`))
  },
)
