// Writes what the built function makes of every body of test/webhooks beside it. Read the changes before you commit them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expectationsOf } from '../build/workbench/expectation'
import { webhookCases, webhooksDirectory } from './webhook-cases'

async function main() {
  const cases = webhookCases()
  const expectations = await expectationsOf(cases.map(({ body }) => body))
  for (const [index, { expectationFile }] of cases.entries()) {
    const expectation = expectations[index] ?? ''
    if (existsSync(expectationFile) && readFileSync(expectationFile, 'utf8') === expectation) continue
    writeFileSync(expectationFile, expectation)
    console.log(`wrote ${path.relative(webhooksDirectory, expectationFile)}`)
  }
}

void main()
