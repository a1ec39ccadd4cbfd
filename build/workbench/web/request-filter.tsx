import type { RequestSummary } from '../protocol'
import { isRejected, outcomeText } from './outcome'

const filters = {
  all: { label: 'All', accepts: () => true },
  accepted: { label: 'Accepted', accepts: (request: RequestSummary) => !isRejected(request) },
  warnings: { label: 'Warnings', accepts: ({ warnings }: RequestSummary) => warnings > 0 },
  rejected: { label: 'Rejected', accepts: isRejected },
} as const
/** Which requests are shown, by outcome. */
export type Filter = keyof typeof filters

/** Whether the list shows a request: it has the outcome and every word of the search. */
export function accepts(request: RequestSummary, filter: Filter, search: string): boolean {
  return filters[filter].accepts(request) && matches(request, search)
}

interface FilterProperties {
  readonly filter: Filter
  readonly requests: readonly RequestSummary[]
  onFilter(filter: Filter): void
}

/** The outcomes to show, with the number of requests of each. */
export function FilterButtons({ filter, requests, onFilter }: FilterProperties) {
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

function matches(request: RequestSummary, search: string): boolean {
  const { id, events, guest } = request
  const text = [`#${id}`, ...events, guest.name, guest.id, outcomeText(request)].join(' ').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
