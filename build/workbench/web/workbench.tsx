import { useState } from 'preact/hooks'
import { api } from './api'
import { EmptyState } from './empty-state'
import { Header } from './header'
import { RequestDetail } from './request-detail'
import { RequestList } from './request-list'
import { SampleDialog } from './sample-dialog'
import { SettingsDialog } from './settings-dialog'
import { useNarrow } from './use-narrow'
import { useWorkbench, type WorkbenchState } from './use-workbench'
import { Words } from './words'

type Opened = 'samples' | 'settings' | null

/** The whole page. */
export function WorkbenchPage() {
  const workbench = useWorkbench()
  const [opened, setOpened] = useState<Opened>(null)
  const { state, connection, notice, requests, isOpen } = workbench
  const isNarrow = useNarrow()
  const isDetailAlone = isNarrow && isOpen === true && requests.length > 0
  // A dialog reports its closing a moment later, when another dialog may already be open.
  const closer = (one: Opened) => () => setOpened((present) => (present === one ? null : present))
  const sendSample = (name: string) => workbench.act(async () => api.send(await api.sample(name)))
  const showSamples = () => setOpened('samples')

  return (
    <>
      {!isDetailAlone && (
        <Header
          connection={connection}
          state={state}
          onSamples={showSamples}
          onSettings={() => setOpened('settings')}
        />
      )}
      {state?.build.problem && (
        <p class="banner" role="alert">
          <Words text={`${state.build.problem}\nThe previous build stays in use.`} />
        </p>
      )}
      <p class="notice" role="status">
        <Words text={notice} />
      </p>
      <Columns {...{ workbench, isNarrow, isDetailAlone }} onSamples={showSamples} />
      {opened === 'samples' && state && (
        <SampleDialog samples={state.samples} onSend={sendSample} onClose={closer('samples')} />
      )}
      {opened === 'settings' && state && (
        <SettingsDialog settings={state.settings} onApply={workbench.applySettings} onClose={closer('settings')} />
      )}
    </>
  )
}

interface ColumnsProperties {
  readonly workbench: WorkbenchState
  readonly isNarrow: boolean
  readonly isDetailAlone: boolean
  onSamples(): void
}

/** The list and the selected request. On a narrow page one of them. */
function Columns({ workbench, isNarrow, isDetailAlone, onSamples }: ColumnsProperties) {
  const { state, requests, selected, detail, connection, isOpen } = workbench
  const isEmpty = requests.length === 0
  return (
    <main class="columns">
      {!isDetailAlone && !(isNarrow && isEmpty) && (
        <RequestList
          {...{ requests, selected, connection }}
          takesFocus={isNarrow && isOpen === false}
          onSelect={workbench.select}
          onOpen={workbench.open}
        />
      )}
      {isEmpty && <EmptyState connection={connection} webhook={state?.webhook ?? ''} onSamples={onSamples} />}
      {!isEmpty && (isDetailAlone || !isNarrow) && (
        <RequestDetail key={selected} {...{ detail, workbench, isNarrow }} onBack={workbench.closeDetail} />
      )}
    </main>
  )
}
