import { useEffect, useState } from 'preact/hooks'
import type { Mode } from '../../destinations/runner/trial'
import type { SegmentCall } from '../../runtime/receipt'
import { counted } from '../../system/numbers'
import type { ShownTrials } from '../shown-trials'
import { api, messageOf } from './api'
import { ToolCard } from './tool-card'
import { Words } from './words'

const modes: readonly { mode: Mode; label: string; meaning: string }[] = [
  { mode: 'ready', label: 'Ready', meaning: 'With the subscriptions that this project ships.' },
  { mode: 'default', label: 'Default', meaning: "With Segment's own presets, or what Segment suggests." },
]

/** The next request opens in the same mode as the last one. */
let lastMode: Mode = 'ready'

/** What each tool behind Segment would receive. */
export function DestinationsView({ id, calls }: { id: number; calls: readonly SegmentCall[] }) {
  const [mode, setMode] = useState<Mode>(lastMode)
  const choose = (next: Mode) => {
    lastMode = next
    setMode(next)
  }
  if (calls.length === 0) return <p class="nothing">No calls, so no tool receives anything.</p>
  return (
    <>
      <fieldset class="segments small">
        <legend class="hidden">Subscriptions</legend>
        {modes.map((one) => (
          <button key={one.mode} type="button" aria-pressed={one.mode === mode} onClick={() => choose(one.mode)}>
            {one.label}
          </button>
        ))}
      </fieldset>
      <p class="muted">{modes.find((one) => one.mode === mode)?.meaning}</p>
      <Trials id={id} mode={mode} calls={calls} />
    </>
  )
}

function Trials({ id, mode, calls }: { id: number; mode: Mode; calls: readonly SegmentCall[] }) {
  const [answer, setAnswer] = useState<ShownTrials | string | null>(null)
  useEffect(() => {
    let isWanted = true
    setAnswer(null)
    const take = (next: ShownTrials | string) => {
      if (isWanted) setAnswer(next)
    }
    api.destinations(id, mode).then(take, (error: unknown) => take(messageOf(error)))
    return () => {
      isWanted = false
    }
    // A request that ran again has the same id and other calls.
  }, [id, mode, calls])
  if (answer === null) return <p class="nothing">Running Segment’s destination code…</p>
  if (typeof answer === 'string') {
    return (
      <p class="bad">
        <Words text={answer} />
      </p>
    )
  }
  if (answer.install !== null) return <HowToInstall command={answer.install} />
  return (
    <>
      {answer.tools.map((tool) => (
        <ToolCard key={tool.slug} tool={tool} calls={calls} />
      ))}
      {answer.calls < calls.length && <p class="muted">Only the first {counted(answer.calls, 'call')} were tried.</p>}
    </>
  )
}

function HowToInstall({ command }: { command: string }) {
  return (
    <p class="nothing">
      Segment’s destination code (105 MB) is not installed. Run{' '}
      <code>
        <Words text={command} />
      </code>{' '}
      in the project, then open this view again.
    </p>
  )
}
