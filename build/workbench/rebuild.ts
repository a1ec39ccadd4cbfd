/** Makes a function that does a task again. While the task runs, any number of wishes is one more run after it. */
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
