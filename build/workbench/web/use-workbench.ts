import { useEffect, useRef, useState } from 'preact/hooks'
import type { DetailedRequest, RequestSummary, State } from '../protocol'
import { api, messageOf } from './api'
import { listen } from './stream'

/** The state of the connection to the server. */
export type Connection = 'loading' | 'live' | 'lost'

/** The data and actions of the page. */
export interface WorkbenchState {
  readonly connection: Connection
  /** The newest first. */
  readonly requests: readonly RequestSummary[]
  readonly state: State | null
  readonly selected: number | null
  /** The details of the selected request. Null while loading. */
  readonly detail: DetailedRequest | null
  /** A message about the last action. */
  readonly notice: string
  /** Whether a narrow page shows the selected request instead of the list. Null until one was opened. */
  readonly isOpen: boolean | null
  select(id: number): void
  /** Selects a request, and shows it instead of the list on a narrow page. */
  open(id: number): void
  closeDetail(): void
  /** Runs an action, then shows the resulting request and a notice, or the error. */
  act(action: () => Promise<DetailedRequest>, notice?: string): Promise<void>
  applySettings(changes: Readonly<Record<string, unknown>>): Promise<void>
  say(notice: string): void
}

const mostRequests = 500

export function useWorkbench(): WorkbenchState {
  const [connection, setConnection] = useState<Connection>('loading')
  const [requests, setRequests] = useState<readonly RequestSummary[]>([])
  const [state, setState] = useState<State | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  const [detail, setDetail] = useState<DetailedRequest | null>(null)
  const [notice, say] = useState('')
  const [isOpen, setOpen] = useState<boolean | null>(null)
  // Shows the newest request until the user selects one.
  const selected = chosen ?? requests[0]?.id ?? null
  const fail = (error: unknown) => say(messageOf(error))

  useEffect(
    () =>
      listen({
        opened: () => {
          setConnection('live')
          api.requests().then(setRequests, fail)
        },
        lost: () => setConnection('lost'),
        request: (summary) => setRequests((present) => withRequest(present, summary)),
        state: setState,
      }),
    [],
  )

  const summary = requests.find(({ id }) => id === selected)
  useEffect(() => {
    if (selected === null) return
    let isCurrent = true
    api.detail(selected).then((answer) => isCurrent && setDetail(answer), fail)
    return () => {
      isCurrent = false
    }
    // A new summary means that the request ran again.
  }, [selected, summary])

  const open = (id: number) => {
    setChosen(id)
    setOpen(true)
  }

  useRefreshAfterBuild(state, selected, fail)

  return {
    ...{ connection, requests, state, selected, notice, say, isOpen },
    detail: detail !== null && detail.id === selected ? detail : null,
    select: setChosen,
    open,
    closeDetail: () => setOpen(false),
    async act(action, done = '') {
      await action().then(({ id }) => {
        open(id)
        say(done)
      }, fail)
    },
    async applySettings(changes) {
      setState(await api.settings(changes))
      if (selected !== null) await api.refresh(selected)
    },
  }
}

/** Runs the selected request again after each build. */
function useRefreshAfterBuild(state: State | null, selected: number | null, fail: (error: unknown) => void): void {
  const seen = useRef<number | null>(null)
  useEffect(() => {
    if (state === null) return
    const { number, problem } = state.build
    const isNew = seen.current !== null && seen.current !== number
    seen.current = number
    if (isNew && problem === null && selected !== null) api.refresh(selected).catch(fail)
  }, [state])
}

function withRequest(present: readonly RequestSummary[], summary: RequestSummary): RequestSummary[] {
  const others = present.filter(({ id }) => id !== summary.id)
  return [...others, summary].sort((one, other) => other.id - one.id).slice(0, mostRequests)
}
