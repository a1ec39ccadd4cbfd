import { watch } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../system/project'

/** Editors write a file in several steps. */
const settlingMs = 60

/** Calls `changed` after what the function is built from changed in a project; gives what ends that. */
export function watchSources(changed: () => void, root: string = projectRoot): () => void {
  const later = debounced(changed, settlingMs)
  const directories = ['functions', 'shared'].map((name) =>
    watch(path.join(root, name), { recursive: true }, () => later.call()),
  )
  // An editor may put a new file in the place of the old one, which only the directory notices.
  const config = watch(root, (_, name) => name === 'segment.config.json' && later.call())
  return () => {
    later.cancel()
    for (const watcher of [...directories, config]) watcher.close()
  }
}

/** A function that is called once its callers have been quiet for a while. */
export function debounced(call: () => void, quietMs: number): { call: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const cancel = () => clearTimeout(timer)
  return {
    call() {
      cancel()
      timer = setTimeout(call, quietMs)
    },
    cancel,
  }
}
