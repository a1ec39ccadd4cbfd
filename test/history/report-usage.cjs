// Loaded into a process that runs a command. At its end, the process writes what it used to the file of the variable.
const { writeFileSync } = require('node:fs')

const { USAGE_FILE: file = '' } = process.env
if (process.argv[1]?.endsWith('cli.ts')) {
  process.on('exit', () => writeFileSync(file, JSON.stringify(process.resourceUsage())))
}
