import type { State } from '../protocol'
import { timeText } from './text'
import type { Connection } from './use-workbench'

interface Properties {
  readonly connection: Connection
  readonly state: State | null
  onSamples(): void
  onSettings(): void
}

const connections: Readonly<Record<Connection, string>> = {
  loading: 'Connecting…',
  live: 'Listening',
  lost: 'Server not reachable; trying again',
}

export function Header({ connection, state, onSamples, onSettings }: Properties) {
  const changed = state?.settings.filter(({ isSet }) => isSet).length ?? 0
  return (
    <header class="header">
      <h1>Paytronix workbench</h1>
      <p class={`connection ${connection}`}>{connections[connection]}</p>
      {state && <BuildText build={state.build} />}
      <div class="actions">
        <button type="button" class="primary" onClick={onSamples} disabled={state === null}>
          Send a sample
        </button>
        <button type="button" onClick={onSettings} disabled={state === null}>
          Settings{changed > 0 && <span class="count">{changed}</span>}
        </button>
      </div>
    </header>
  )
}

function BuildText({ build }: Pick<State, 'build'>) {
  const what = build.problem === null ? `Build ${build.number}` : `Build ${build.number} failed`
  return (
    <p class="muted build">
      {what} · {timeText(build.ms)}
    </p>
  )
}
