interface Entry {
  value: unknown
  expires: number
}

/** The `cache` global (Functions environment). It exists as long as the process. */
export interface Cache {
  load(key: string, ttlMs: number | undefined, load: () => unknown): Promise<unknown>
  delete(key: string): void
}

/** Creates an empty cache. A value without a time to live, or with -1, does not expire. */
export function createCache(now: () => number): Cache {
  const entries = new Map<string, Entry>()
  return {
    async load(key, ttlMs = -1, load) {
      const entry = entries.get(key)
      if (entry && now() < entry.expires) return entry.value
      const value = await load()
      entries.set(key, { value, expires: ttlMs === -1 ? Number.POSITIVE_INFINITY : now() + ttlMs })
      return value
    },
    delete(key) {
      entries.delete(key)
    },
  }
}
