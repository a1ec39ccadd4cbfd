import { useEffect, useRef, useState } from 'preact/hooks'
import { counted } from '../../system/numbers'
import type { RequestSummary } from '../protocol'
import { listKeyOf } from './list-keys'
import { accepts, type Filter, FilterButtons } from './request-filter'
import { RequestRow } from './request-row'
import type { Connection } from './use-workbench'

interface Properties {
  readonly requests: readonly RequestSummary[]
  readonly selected: number | null
  readonly connection: Connection
  /** Whether the focus goes to the selected request, because people come back from it. */
  readonly takesFocus: boolean
  onSelect(id: number): void
  onOpen(id: number): void
}

/** The requests, newest first. One tab stop; the arrow keys, `j` and `k` move, and `/` searches. */
export function RequestList({ requests, selected, connection, takesFocus, onSelect, onOpen }: Properties) {
  const [filter, setFilter] = useState<Filter>('all')
  const [search, setSearch] = useState('')
  const list = useRef<HTMLElement>(null)
  const shown = requests.filter((one) => accepts(one, filter, search))
  const current = shown.find(({ id }) => id === selected) ?? shown[0]
  useEffect(() => {
    if (takesFocus) rowOf(list.current, current?.id)?.focus()
  }, [])
  useKeys(list, shown, selected, onSelect)
  return (
    <nav class="list" aria-label="Requests" ref={list}>
      <div class="list-tools">
        <input
          type="search"
          placeholder="Search event, guest or id ( / )"
          aria-label="Search requests"
          aria-keyshortcuts="/"
          value={search}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <FilterButtons filter={filter} onFilter={setFilter} requests={requests} />
      </div>
      <p class="list-count muted" role="status">
        {countText(requests.length, shown.length, connection)}
      </p>
      <ol>
        {shown.map((request) => (
          <li key={request.id}>
            <RequestRow
              request={request}
              isSelected={request.id === selected}
              isTabStop={request === current}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Moves the selection and the focus with the keys. */
function useKeys(
  list: { readonly current: HTMLElement | null },
  shown: readonly RequestSummary[],
  selected: number | null,
  onSelect: (id: number) => void,
): void {
  const move = (step: 1 | -1) => {
    const place = shown.findIndex(({ id }) => id === selected)
    const next = shown[Math.min(Math.max(place + step, 0), shown.length - 1)]
    if (next === undefined) return
    onSelect(next.id)
    rowOf(list.current, next.id)?.focus()
  }
  // The next key may come before an effect has run, so the listener stays and gets the latest.
  const latest = useRef(move)
  latest.current = move
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = listKeyOf(event, list.current)
      if (key === undefined) return
      event.preventDefault()
      if (key === 'search') list.current?.querySelector('input')?.focus()
      else latest.current(key)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

function rowOf(list: HTMLElement | null, id: number | undefined): HTMLElement | null {
  return list?.querySelector(`[data-id="${id}"]`) ?? null
}

function countText(all: number, shown: number, connection: Connection): string {
  if (connection === 'loading') return 'Loading…'
  if (all === 0) return 'No requests yet'
  if (shown === all) return counted(all, 'request')
  return shown === 0 ? `None of ${counted(all, 'request')} matches` : `${shown} of ${counted(all, 'request')}`
}
