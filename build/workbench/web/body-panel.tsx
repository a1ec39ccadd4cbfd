import { useState } from 'preact/hooks'
import type { DetailedRequest } from '../protocol'
import { api } from './api'
import { BodyText } from './body-text'
import { CopyButton } from './copy-button'
import { curlOf } from './curl'
import { TestCaseDialog } from './test-case-dialog'
import type { WorkbenchState } from './use-workbench'
import { Value } from './value'

interface Properties {
  readonly detail: DetailedRequest
  readonly highlighted: readonly string[]
  readonly workbench: WorkbenchState
  /** The edited body. Null while it is only read. */
  readonly edited: string | null
  onEdit(body: string | null): void
}

/** The body, to read or edit, with its actions. */
export function BodyPanel({ detail, highlighted, workbench, edited, onEdit }: Properties) {
  const { id, request } = detail
  const [isSaving, setSaving] = useState(false)
  const body = edited ?? request.body
  // What is sent as it is shown would lack its secrets, so the server sends its own.
  const send = () => workbench.act(() => api.replay(id, body === request.body ? null : body))
  return (
    <section class="body-panel" aria-label="Body of the request">
      <div class="panel-heading">
        <h3>Body</h3>
        <button type="button" onClick={() => onEdit(edited === null ? request.body : null)}>
          {edited === null ? 'Edit' : 'Discard edit'}
        </button>
        <button type="button" class="primary" onClick={send}>
          Send again
        </button>
      </div>
      {edited === null ? <BodyText body={body} highlighted={highlighted} /> : <Editor body={body} onEdit={onEdit} />}
      <div class="panel-actions">
        <CopyButton label="Copy as curl" text={() => curlOf(request, body, workbench.state?.webhook ?? '')} />
        <button type="button" onClick={() => setSaving(true)}>
          Save as test case
        </button>
      </div>
      <Headers headers={request.headers} />
      {isSaving && (
        <TestCaseDialog
          detail={detail}
          body={body}
          folders={workbench.state?.eventFolders ?? []}
          onSaved={(files) => workbench.say(`Saved ${files.join(' and ')} in test/webhooks.`)}
          onClose={() => setSaving(false)}
        />
      )}
    </section>
  )
}

function Editor({ body, onEdit }: { body: string; onEdit: (body: string) => void }) {
  const problem = jsonProblem(body)
  return (
    <>
      <textarea
        class="body"
        aria-label="Body to send"
        spellcheck={false}
        value={body}
        onInput={({ currentTarget }) => onEdit(currentTarget.value)}
      />
      <p class="hint" role="status">
        {problem === '' ? 'Valid JSON.' : `Not JSON: ${problem}`}
      </p>
    </>
  )
}

function Headers({ headers }: { headers: DetailedRequest['request']['headers'] }) {
  return (
    <details class="headers">
      <summary>Headers</summary>
      <Value value={headers} />
    </details>
  )
}

function jsonProblem(text: string): string {
  try {
    JSON.parse(text)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
