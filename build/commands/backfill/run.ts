import { existsSync } from 'node:fs'
import { type Counts, noCounts } from '../../backfill/counts'
import { systemDisk } from '../../backfill/disk'
import { dryRun } from '../../backfill/dry-run'
import type { FileNames } from '../../backfill/names'
import { isLimited } from '../../backfill/period'
import { type Job, runBackfill } from '../../backfill/run'
import type { Context, ExitCode } from '../../cli/command'
import { interruption } from '../../cli/interruption'
import { printJson } from '../../cli/screen'
import { dryJson, dryText, type RunReport, runJson, runText } from '../../render/backfill'
import { counted } from '../../system/numbers'
import { createDelivery } from '../../tracking-api'
import { createProgress } from './progress'
import type { ConfiguredFunction, Target } from './target'

/** The run that a command line asks for. */
export interface BackfillPlan extends Pick<Job, 'inputs' | 'selection' | 'functionRun' | 'rate'> {
  readonly asJson: boolean
}

/** The same for a run that sends calls. */
export interface DeliveryPlan extends BackfillPlan, Pick<Job, 'identity' | 'concurrency' | 'isStrict'> {
  readonly configured: ConfiguredFunction
  readonly target: Target
  readonly files: FileNames
}

/** Creates the counts, the progress display and the stop signal of a run. */
function watch({ inputs }: BackfillPlan, context: Context) {
  const counts = noCounts(inputs.map(({ size }) => size))
  const { io, screen, time } = context
  const onProgress = createProgress(counts, { isTerminal: io.stderr.isTTY === true, screen, time })
  const signal = interruption(io, () =>
    screen.note('Finishing the calls in progress; press Ctrl-C again to stop at once.'),
  )
  return { counts, onProgress, signal }
}

/** Shows what would be sent. */
export async function printDryRun(plan: BackfillPlan, context: Context): Promise<ExitCode> {
  const { screen } = context
  const watched = watch(plan, context)
  const findings = await dryRun({ ...plan, ...watched })
  screen.progress('')
  const report = { counts: watched.counts, findings, rate: plan.rate, isLimited: isLimited(plan.selection.period) }
  if (plan.asJson) printJson(screen, dryJson(report))
  else screen.print(dryText(report, screen))
  return watched.signal.aborted ? 1 : 0
}

/** Sends the calls and shows the result. */
export async function deliver(plan: DeliveryPlan, context: Context): Promise<ExitCode> {
  const { screen, time } = context
  const { target, configured, files } = plan
  const watched = watch(plan, context)
  const { integrations } = configured
  const delivery = createDelivery({ ...target, time, note: screen.note, ...(integrations && { integrations }) })
  screen.note(`Delivering to ${target.name} at ${new URL(target.url).host}.`)
  const started = time.now()
  const paths = { rejectedFiles: files.rejected, checkpointFile: files.checkpoint }
  try {
    await runBackfill({ ...plan, ...watched, ...paths, delivery, disk: systemDisk, time })
  } catch (error) {
    screen.progress('')
    if (watched.counts.lines > 0) screen.note(goOn(watched.counts, files))
    throw error
  } finally {
    await delivery.close()
  }
  screen.progress('')
  const seconds = (time.now() - started) / 1000
  return finish(plan, { counts: watched.counts, seconds, isDone: !watched.signal.aborted }, context)
}

function finish(
  plan: DeliveryPlan,
  ran: Pick<RunReport, 'counts' | 'seconds' | 'isDone'>,
  { screen }: Context,
): ExitCode {
  const { target, files, selection } = plan
  const rejectedFiles = files.rejected.filter((file) => existsSync(file))
  const { period } = selection
  const report = {
    ...ran,
    target: target.name,
    checkpoint: files.checkpoint,
    rejectedFiles,
    isLimited: isLimited(period),
  }
  if (plan.asJson) printJson(screen, runJson(report))
  else screen.print(runText(report, screen))
  if (!ran.isDone) screen.note(goOn(ran.counts, files))
  return ran.isDone ? 0 : 1
}

function goOn({ lines }: Counts, { checkpoint }: FileNames): string {
  return `Stopped after ${counted(lines, 'line')}. Run the same command to continue; ${checkpoint} has the progress.`
}
