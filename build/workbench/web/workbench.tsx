import { useState } from 'preact/hooks'
import { api } from './api'
import { EmptyState } from './empty-state'
import { Header } from './header'
import { RequestDetail } from './request-detail'
import { RequestList } from './request-list'
import { SampleDialog } from './sample-dialog'
import { SettingsDialog } from './settings-dialog'
import { useWorkbench } from './use-workbench'

type Opened = 'samples' | 'settings' | null

/** The whole page. */
export function WorkbenchPage() {
  const workbench = useWorkbench()
  const [opened, setOpened] = useState<Opened>(null)
  const { state, requests, detail, selected, connection, notice } = workbench
  // A dialog reports its closing a moment later, when another dialog may already be open.
  const closer = (one: Opened) => () => setOpened((present) => (present === one ? null : present))
  const sendSample = (name: string) => workbench.act(async () => api.send(await api.sample(name)))

  return (
    <>
      <Header
        connection={connection}
        state={state}
        onSamples={() => setOpened('samples')}
        onSettings={() => setOpened('settings')}
      />
      {state?.build.problem && (
        <p class="banner" role="alert">
          {state.build.problem}
          {'\n'}The previous build stays in use.
        </p>
      )}
      <p class="notice" role="status">
        {notice}
      </p>
      <main class="columns">
        <RequestList requests={requests} selected={selected} onSelect={workbench.select} connection={connection} />
        {requests.length === 0 ? (
          <EmptyState connection={connection} webhook={state?.webhook ?? ''} onSamples={() => setOpened('samples')} />
        ) : (
          <RequestDetail key={selected} detail={detail} workbench={workbench} />
        )}
      </main>
      {opened === 'samples' && state && (
        <SampleDialog samples={state.samples} onSend={sendSample} onClose={closer('samples')} />
      )}
      {opened === 'settings' && state && (
        <SettingsDialog settings={state.settings} onApply={workbench.applySettings} onClose={closer('settings')} />
      )}
    </>
  )
}
