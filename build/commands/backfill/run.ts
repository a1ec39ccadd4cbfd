import { existsSync } from 'node:fs'
import type { HistoryRules } from '../../backfill/body-result'
import { type Checkpoint, resume } from '../../backfill/checkpoint'
import { type Counts, noCounts } from '../../backfill/counts'
import { systemDisk } from '../../backfill/disk'
import { dryRun } from '../../backfill/dry-run'
import { lockFiles } from '../../backfill/lock'
import type { FileNames } from '../../backfill/names'
import { createPace } from '../../backfill/pace'
import { isLimited } from '../../backfill/period'
import { type Job, runBackfill } from '../../backfill/run'
import type { Context, ExitCode } from '../../cli/command'
import { isConfirmed } from '../../cli/confirmation'
import { interruption } from '../../cli/interruption'
import { printJson } from '../../cli/screen'
import { dryJson, dryText, type RunReport, runJson, runText } from '../../render/backfill'
import { UserError } from '../../system/errors'
import { counted } from '../../system/numbers'
import { createDelivery } from '../../tracking-api'
import { createProgress } from './progress'
import type { Target } from './target'

/** The run that a command line asks for. */
export interface BackfillPlan extends Pick<Job, 'inputs' | 'functionPool' | 'rate'> {
  readonly rules: HistoryRules
  readonly asJson: boolean
}

/** The same for a run that sends calls. */
export interface DeliveryPlan extends BackfillPlan, Pick<Job, 'concurrency' | 'isStrict'> {
  readonly identity: Checkpoint['run']
  readonly target: Target
  readonly files: FileNames
  /** Whether it shows what would be sent, and asks. */
  readonly isAsked: boolean
}

/** Creates the counts, the progress display and the stop signal of a run. */
function watch({ inputs }: BackfillPlan, signal: AbortSignal, { io, screen, time }: Context) {
  const counts = noCounts(inputs.map(({ size }) => size))
  const onProgress = createProgress(counts, { isTerminal: io.stderr.isTTY === true, screen, time })
  return { counts, onProgress, signal }
}

function stopSignal({ io, screen }: Context): AbortSignal {
  return interruption(io, () => screen.note('Finishing the calls in progress; press Ctrl-C again to stop at once.'))
}

/** Shows what would be sent. */
export async function printDryRun(plan: BackfillPlan, context: Context): Promise<ExitCode> {
  const signal = stopSignal(context)
  const report = await previewOf(plan, undefined, signal, context)
  if (plan.asJson) printJson(context.screen, dryJson(report))
  else context.screen.print(dryText(report, context.screen))
  return signal.aborted ? 1 : 0
}

async function previewOf(plan: BackfillPlan, done: Checkpoint | undefined, signal: AbortSignal, context: Context) {
  const watched = watch(plan, signal, context)
  await dryRun({ ...plan, ...watched, ...(done && { done }) })
  context.screen.progress('')
  return { counts: watched.counts, rate: plan.rate, isLimited: isLimited(plan.rules.period) }
}

/** Shows what would be sent and asks, then sends the calls and shows the result. */
export async function deliver(plan: DeliveryPlan, context: Context): Promise<ExitCode> {
  const { files, identity, inputs, isAsked } = plan
  const release = await lockFiles([files.checkpoint, ...files.rejected])
  try {
    const signal = stopSignal(context)
    const checkpoint = await resume(files.checkpoint, inputs, identity)
    if (isAsked && !(await isWanted(plan, checkpoint, signal, context))) return 1
    return await send(plan, checkpoint, signal, context)
  } finally {
    release()
  }
}

async function isWanted(
  plan: DeliveryPlan,
  checkpoint: Checkpoint,
  signal: AbortSignal,
  context: Context,
): Promise<boolean> {
  const report = await previewOf(plan, checkpoint, signal, context)
  context.screen.print(dryText(report, context.screen))
  if (signal.aborted) return false
  const question = `Send ${counted(report.counts.calls, 'call')} to ${plan.target.name}?`
  return isConfirmed(question, { yes: false, json: plan.asJson }, context)
}

async function send(
  plan: DeliveryPlan,
  checkpoint: Checkpoint,
  signal: AbortSignal,
  context: Context,
): Promise<ExitCode> {
  const { screen, time } = context
  const { target, files, rate } = plan
  const watched = watch(plan, signal, context)
  const delivery = createDelivery({ ...target, time, note: screen.note, pace: createPace(rate, time) })
  screen.note(`Delivering to ${target.name} at ${new URL(target.url).host}.`)
  const started = time.elapsed()
  const paths = { rejectedFiles: files.rejected, checkpointFile: files.checkpoint }
  try {
    await runBackfill({ ...plan, ...watched, ...paths, checkpoint, delivery, disk: systemDisk, time })
  } catch (error) {
    screen.progress('')
    if (watched.counts.lines > 0) screen.note(goOn(watched.counts, files))
    throw withDone(error, watched.counts)
  }
  screen.progress('')
  return finish(
    plan,
    { counts: watched.counts, seconds: (time.elapsed() - started) / 1000, isDone: !signal.aborted },
    context,
  )
}

function finish(
  plan: DeliveryPlan,
  ran: Pick<RunReport, 'counts' | 'seconds' | 'isDone'>,
  { screen }: Context,
): ExitCode {
  const { target, files, rules } = plan
  const rejectedFiles = files.rejected.filter((file) => existsSync(file))
  const places = { target: target.name, checkpoint: files.checkpoint, rejectedFiles }
  const report = { ...ran, ...places, isLimited: isLimited(rules.period) }
  if (plan.asJson) printJson(screen, runJson(report))
  else screen.print(runText(report, screen))
  if (!ran.isDone) screen.note(goOn(ran.counts, files))
  return ran.isDone && !isAllRejected(ran.counts) ? 0 : 1
}

/** The same error, with what was delivered before, for `--json`. */
function withDone(error: unknown, { lines, calls }: Counts): unknown {
  return error instanceof UserError ? new UserError(error.message, error.exitCode, [{ lines, calls }]) : error
}

/** Then the settings or the columns are wrong, rather than the bodies. */
function isAllRejected({ lines, earlier, rejected, calls }: Counts): boolean {
  return rejected > 0 && rejected === lines - earlier && calls === 0
}

function goOn({ lines }: Counts, { checkpoint }: FileNames): string {
  return `Stopped after ${counted(lines, 'line')}. Run the same command to continue; ${checkpoint} has the progress.`
}
