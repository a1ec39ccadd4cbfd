import { useState } from 'preact/hooks'
import type { DetailedRequest, TestCase } from '../protocol'
import { api, messageOf } from './api'
import { Dialog } from './dialog'
import { Scroll } from './scroll'
import { PathWords, Words } from './words'

interface Properties {
  readonly detail: DetailedRequest
  readonly body: string
  readonly folders: readonly string[]
  onSaved(files: readonly string[]): void
  onClose(): void
}

/** Creates a test case from a body. Shows both files before it writes them. */
export function TestCaseDialog({ detail, body, folders, onSaved, onClose }: Properties) {
  const [folder, setFolder] = useState(folderFor(detail, folders))
  const [name, setName] = useState('')
  const [shown, setShown] = useState<TestCase | null>(null)
  const [problem, setProblem] = useState('')
  const full = `${folder}/${name.trim()}`
  const attempt = (action: () => Promise<void>) => {
    setProblem('')
    action().catch((error) => setProblem(messageOf(error)))
  }
  const preview = (event: Event) => {
    event.preventDefault()
    attempt(async () => setShown(await api.preview(full, body)))
  }
  const save = () =>
    attempt(async () => {
      onSaved(await api.saveTestCase(full, body))
      onClose()
    })
  return (
    <Dialog title="Save as test case" onClose={onClose}>
      <form onSubmit={preview} onInput={() => setShown(null)}>
        <p class="muted">
          First replace the guest's values with invented ones. Tests run without settings and mappings.
        </p>
        <div class="name-fields">
          <label>
            Event
            <select value={folder} onChange={({ currentTarget }) => setFolder(currentTarget.value)}>
              {folders.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <label>
            What is special about it
            <input
              value={name}
              placeholder="late-at-night"
              required
              onInput={({ currentTarget }) => setName(currentTarget.value)}
            />
          </label>
          <button type="submit">Show both files</button>
        </div>
      </form>
      {problem !== '' && (
        <p class="bad problem" role="alert">
          <Words text={problem} />
        </p>
      )}
      {shown !== null && <Preview shown={shown} onSave={save} />}
    </Dialog>
  )
}

function Preview({ shown: { name, body, expectation }, onSave }: { shown: TestCase; onSave: () => void }) {
  return (
    <>
      <div class="both">
        <section>
          <h3 class="mono">
            <PathWords path={`${name}.json`} />
          </h3>
          <Scroll label="The body">
            <pre class="json">{body}</pre>
          </Scroll>
        </section>
        <section>
          <h3 class="mono">
            <PathWords path={`${name}.expected.json`} />
          </h3>
          <Scroll label="The expected result">
            <pre class="json">{expectation}</pre>
          </Scroll>
        </section>
      </div>
      <p class="dialog-actions">
        <button type="button" class="primary" onClick={onSave}>
          Save both
        </button>
      </p>
    </>
  )
}

/** The folder of the request's documented event. */
function folderFor({ inspection, events }: DetailedRequest, folders: readonly string[]): string {
  const event = inspection?.events[0]?.type.event ?? events[0] ?? ''
  const folded = event.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return folders.find((folder) => folder === folded) ?? folders[0] ?? ''
}
