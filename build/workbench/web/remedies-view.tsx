import type { Remedy } from '../../inspection/remedy'
import type { DetailedRequest } from '../protocol'
import { api } from './api'
import type { WorkbenchState } from './use-workbench'
import { Words } from './words'

interface Properties {
  readonly detail: DetailedRequest
  readonly workbench: WorkbenchState
}

/** What to do about a request. A button makes the change in `segment.config.json`. */
export function RemediesView({ detail: { id, remedies }, workbench }: Properties) {
  if (remedies.length === 0)
    return <p class="nothing">There is nothing that a change of segment.config.json would mend.</p>
  const fix = async (remedy: string) => {
    await workbench.act(() => api.fix(id, remedy), 'segment.config.json is changed, and the request ran again.')
  }
  return (
    <ul class="remedies">
      {remedies.map((remedy) => (
        <RemedyCard key={remedy.id} remedy={remedy} onFix={() => fix(remedy.id)} />
      ))}
    </ul>
  )
}

function RemedyCard({ remedy: { text, change, isSure }, onFix }: { remedy: Remedy; onFix: () => void }) {
  return (
    <li class="card remedy">
      <p>
        <Words text={text} />
      </p>
      {change !== null && (
        <>
          <button type="button" class={isSure ? 'primary' : ''} onClick={onFix}>
            Fix
          </button>
          <code>
            <Words text={onOneLine(change)} />
          </code>
        </>
      )}
    </li>
  )
}

/** `{ "eventAliases": { "ACCRUAL": "Add/Redeem" } }` */
function onOneLine(change: object): string {
  return JSON.stringify(change, null, 1).replace(/\n\s*/g, ' ')
}
