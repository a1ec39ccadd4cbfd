import { printable } from '../cli/printable'
import type { Guard } from '../segment-api/guards'
import type { Action, Detail, Step, StepData } from '../segment-api/step'
import { flowText } from './flow'
import type { View } from './view'

const marks: Readonly<Record<Action, string>> = {
  create: '+',
  update: '~',
  'update rules': '~',
  'replace rules': '~',
  connect: '+',
  disconnect: '-',
  deploy: '↑',
  restore: '~',
  delete: '-',
}

const done: Readonly<Record<Action, string>> = {
  create: 'created',
  update: 'updated',
  'update rules': 'rules updated',
  'replace rules': 'rules replaced',
  connect: 'connected to the source',
  disconnect: 'disconnected from the source',
  deploy: 'deployed',
  restore: 'restored',
  delete: 'deleted',
}

/** The steps, for people. */
export function stepsText(steps: readonly Step[], view: View): string {
  return steps.map((step) => stepText(step, view)).join('\n')
}

/** `✓ function Paytronix: created` */
export function stepDone({ subject, target, action }: Step, { colors }: View): string {
  return `${colors.green('✓')} ${subject} ${colors.bold(target)}: ${done[action]}`
}

/** What only a person may permit, and what a person should know. Blank when there is neither. */
export function remarksText(guards: readonly Guard[], notes: readonly string[], view: View): string {
  const { colors } = view
  return [
    ...guards.map(({ option, reason }) => remark(`${reason}; --${option} permits it`, colors.red('!'), view)),
    ...notes.map((note) => remark(note, colors.yellow('!'), view)),
  ].join('\n')
}

function remark(text: string, mark: string, { width }: View): string {
  const lines = flowText(text, width - 4)
  return lines.map((line, index) => `  ${index === 0 ? mark : ' '} ${line}`).join('\n')
}

function stepText({ subject, target, action, details }: Step, view: View): string {
  const { colors } = view
  const color = { '+': colors.green, '-': colors.red }[marks[action]] ?? colors.yellow
  const mark = color(marks[action])
  const head = `  ${mark} ${subject} ${colors.bold(target)}: ${action}`
  return [head, ...details.flatMap((detail) => detailLines(detail, view))].join('\n')
}

function detailLines({ field, before, after, diff }: Detail, { colors, width }: View): string[] {
  const change = [before, after].filter((one) => one !== undefined).join(' → ')
  const [first = '', ...others] = flowText(`${field}: ${change}`, width - 6, 2)
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
export function stepsJson(steps: readonly Step[]): StepData[] {
  return steps.map(({ subject, action, target, details }) => ({ subject, action, target, details }))
}
