/** `424 B`, `1.5 KB`. */
export function sizeText(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`
}

/** `0.8 ms`, `12 ms`, `1.2 s`. */
export function timeText(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`
}

/** The local time of day. */
export function clockText(iso: string): string {
  return new Date(iso).toLocaleTimeString('en-GB')
}

/** Shortens a long id. */
export function shortId(id: string): string {
  return id.length > 20 ? `${id.slice(0, 8)}…` : id
}
