// Runs SQL scripts in a real PostgreSQL. It needs dynamic imports, which jest's sandbox lacks: so in a process of its own.
// Reads [{ "script", "queries": [] }] as JSON; writes, for each, the rows of its queries or the message of its error.
import { text } from 'node:stream/consumers'
import { PGlite } from '@electric-sql/pglite'

async function load({ script, queries }, schema) {
  await postgres.exec(`CREATE SCHEMA ${schema}; SET search_path TO ${schema}; SET TIME ZONE 'America/New_York'`)
  try {
    await postgres.exec(script)
    const results = []
    for (const query of queries) results.push((await postgres.query(query, [], { rowMode: 'array' })).rows)
    return results
  } catch (error) {
    await postgres.exec('ROLLBACK')
    return error.message
  }
}

const loads = JSON.parse(await text(process.stdin))
const postgres = await PGlite.create()
const answers = []
for (const [index, one] of loads.entries()) answers.push(await load(one, `schema_${index}`))
await postgres.close()
process.stdout.write(JSON.stringify(answers))
