import { Dialog } from './dialog'

interface Properties {
  /** `check-in/epoch-time.json` */
  readonly samples: readonly string[]
  onSend(name: string): Promise<void>
  onClose(): void
}

/** All samples. A click sends one. */
export function SampleDialog({ samples, onSend, onClose }: Properties) {
  const folders = [...new Set(samples.map(folderOf))]
  const send = (name: string) => {
    onClose()
    void onSend(name)
  }
  return (
    <Dialog title="Send a sample" onClose={onClose}>
      {samples.length === 0 && <p class="nothing">There are no samples in test/webhooks yet.</p>}
      <div class="samples">
        {folders.map((folder) => (
          <section key={folder}>
            <h3>{folder}</h3>
            {samples
              .filter((name) => folderOf(name) === folder)
              .map((name) => (
                <button key={name} type="button" class="sample" onClick={() => send(name)}>
                  {name.slice(folder.length + 1).replace(/\.json$/, '')}
                </button>
              ))}
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function folderOf(name: string): string {
  return name.split('/')[0] ?? ''
}
