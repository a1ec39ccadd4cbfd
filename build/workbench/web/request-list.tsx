import { useState } from 'preact/hooks'
import { counted } from '../../system/numbers'
import type { RequestSummary } from '../protocol'
import { eventsText, outcomeWord, toneOf } from './outcome'
import { clockText, shortId } from './text'
import type { Connection } from './use-workbench'

interface Properties {
  readonly requests: readonly RequestSummary[]
  readonly selected: number | null
  readonly connection: Connection
  onSelect(id: number): void
}

const filters = {
  all: { label: 'All', accepts: () => true },
  accepted: { label: 'Accepted', accepts: ({ status }: RequestSummary) => status === 'ok' },
  warnings: { label: 'Warnings', accepts: ({ warnings }: RequestSummary) => warnings > 0 },
  failed: { label: 'Failed', accepts: ({ status }: RequestSummary) => status !== 'ok' },
} as const
type Filter = keyof typeof filters

/** The requests, newest first. */
export function RequestList({ requests, selected, connection, onSelect }: Properties) {
  const [filter, setFilter] = useState<Filter>('all')
  const [search, setSearch] = useState('')
  const shown = requests.filter((one) => filters[filter].accepts(one) && matches(one, search))
  return (
    <nav class="list" aria-label="Requests">
      <div class="list-tools">
        <input
          type="search"
          placeholder="Search event, guest or id"
          aria-label="Search requests"
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
            <Row request={request} isSelected={request.id === selected} onSelect={onSelect} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface FilterProperties {
  readonly filter: Filter
  readonly requests: readonly RequestSummary[]
  onFilter(filter: Filter): void
}

function FilterButtons({ filter, requests, onFilter }: FilterProperties) {
  const names = Object.keys(filters) as Filter[] // the keys of an object declared above
  return (
    <fieldset class="segments">
      <legend class="hidden">Outcome</legend>
      {names.map((name) => (
        <button key={name} type="button" aria-pressed={name === filter} onClick={() => onFilter(name)}>
          {filters[name].label} <span class="muted">{requests.filter(filters[name].accepts).length}</span>
        </button>
      ))}
    </fieldset>
  )
}

function Row({
  request,
  isSelected,
  onSelect,
}: {
  request: RequestSummary
  isSelected: boolean
  onSelect: Properties['onSelect']
}) {
  const { id, guest, receivedAt, httpStatus, calls, warnings, via } = request
  const result = request.status === 'ok' ? counted(calls, 'call') : outcomeWord(request)
  return (
    <button type="button" class="row" aria-current={isSelected} onClick={() => onSelect(id)}>
      <span class={`dot ${toneOf(request)}`} />
      <span class="row-event">{eventsText(request)}</span>
      <span class="row-time muted">{clockText(receivedAt)}</span>
      <span class="row-guest muted">{guestText(guest)}</span>
      <span class={`row-result ${toneOf(request)}`}>
        {httpStatus} · {result}
        {warnings > 0 && ` · ${counted(warnings, 'warning')}`}
        {via === 'page' && ' · from here'}
      </span>
    </button>
  )
}

function guestText({ name, id }: RequestSummary['guest']): string {
  const known = [name, id === null ? null : shortId(id)].filter((part) => part !== null)
  return known.length === 0 ? 'no guest' : known.join(' · ')
}

function matches(request: RequestSummary, search: string): boolean {
  const { id, events, guest } = request
  const text = [`#${id}`, ...events, guest.name, guest.id, outcomeWord(request)].join(' ').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function countText(all: number, shown: number, connection: Connection): string {
  if (connection === 'loading') return 'Loading…'
  if (all === 0) return 'No requests yet'
  if (shown === all) return counted(all, 'request')
  return shown === 0 ? `None of ${counted(all, 'request')} matches` : `${shown} of ${counted(all, 'request')}`
}
