import { printable } from '../cli/printable'
import type { Detail, Step } from '../segment-api/step'
import { flow } from './flow'
import type { View } from './view'

const marks: Readonly<Record<Step['action'], string>> = {
  create: '+',
  update: '~',
  'replace rules': '~',
  connect: '+',
  deploy: '↑',
  restore: '~',
}

const done: Readonly<Record<Step['action'], string>> = {
  create: 'created',
  update: 'updated',
  'replace rules': 'rules replaced',
  connect: 'connected to the source',
  deploy: 'deployed',
  restore: 'restored',
}

/** The steps, for people. */
export function stepsText(steps: readonly Step[], view: View): string {
  return steps.map((step) => stepText(step, view)).join('\n')
}

/** `✓ function Paytronix: created` */
export function stepDone({ subject, target, action }: Step, { colors }: View): string {
  return `${colors.green('✓')} ${subject} ${colors.bold(target)}: ${done[action]}`
}

function stepText({ subject, target, action, details }: Step, view: View): string {
  const { colors } = view
  const mark = action === 'create' ? colors.green(marks[action]) : colors.yellow(marks[action])
  const head = `  ${mark} ${subject} ${colors.bold(target)}: ${action}`
  return [head, ...details.flatMap((detail) => detailLines(detail, view))].join('\n')
}

function detailLines({ field, before, after, diff }: Detail, { colors, width }: View): string[] {
  const change = [before, after].filter((one) => one !== undefined).join(' → ')
  const [first = '', ...others] = flow(`${field}: ${change}`.split(' '), width - 6, 2)
  const lines = [first, ...others].map((line) => `      ${line}`)
  return diff === undefined ? lines : [...lines, diffText(diff, { colors, width })]
}

/** A unified diff with coloured lines, cut to the width. */
export function diffText(diff: string, { colors, width }: View): string {
  const color = (line: string) => {
    if (/^(?:---|\+\+\+|@@|…)/.test(line)) return colors.dim(line)
    if (line.startsWith('+')) return colors.green(line)
    return line.startsWith('-') ? colors.red(line) : line
  }
  const cut = (line: string) => (line.length > width - 8 ? `${line.slice(0, width - 9)}…` : line)
  return diff
    .split('\n')
    .map((line) => `        ${color(cut(printable(line.replaceAll('\t', '  '))))}`.trimEnd())
    .join('\n')
}

/** The steps as data, for `--json`. */
export function stepsJson(steps: readonly Step[]): object[] {
  return steps.map(({ subject, action, target, details }) => ({ subject, action, target, details }))
}
