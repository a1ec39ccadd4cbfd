import { watch } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../system/project'

/** Editors write a file in several steps. */
const settlingMs = 60

/** Calls `changed` after each change of the function's sources or configuration. Returns a function that stops this. */
export function watchSources(changed: () => void, root: string = projectRoot): () => void {
  const later = debounced(changed, settlingMs)
  const directories = ['functions', 'shared'].map((name) =>
    watch(path.join(root, name), { recursive: true }, () => later.call()),
  )
  // An editor may replace the file by a new one. Only watching the directory notices that.
  const config = watch(root, (_, name) => name === 'segment.config.json' && later.call())
  return () => {
    later.cancel()
    for (const watcher of [...directories, config]) watcher.close()
  }
}

/** Calls a function after there were no calls for `quietMs`. */
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
