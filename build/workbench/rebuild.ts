/** Returns a function that repeats a task. All calls during a run together cause one more run after it. */
export function again(task: () => Promise<void>): () => Promise<void> {
  let isWanted = false
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    try {
      while (isWanted) {
        isWanted = false
        await task()
      }
    } finally {
      running = undefined
    }
  }

  return () => {
    isWanted = true
    running ??= run()
    return running
  }
}
