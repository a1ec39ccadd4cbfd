// Writes what the built function makes of every body of test/webhooks beside it. Read the changes before you commit them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { bundle } from '../build/bundle'
import { runBundle, runtimeOf } from './outcome'
import { webhookCases, webhooksDirectory } from './webhook-cases'

async function main() {
  const { code } = await bundle({ config: { eventAliases: {}, mappings: {} } })
  const runtime = runtimeOf(code)
  for (const { body, expectationFile } of webhookCases()) {
    const expectation = `${JSON.stringify(await runBundle({ body }, runtime), null, 2)}\n`
    if (existsSync(expectationFile) && readFileSync(expectationFile, 'utf8') === expectation) continue
    writeFileSync(expectationFile, expectation)
    console.log(`wrote ${path.relative(webhooksDirectory, expectationFile)}`)
  }
  await runtime.close()
}

void main()
