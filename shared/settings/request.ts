/** The webhook request, as Segment passes it to `onRequest`. */
export interface SegmentRequest {
  readonly headers: { get(name: string): string | null }
  readonly url: { readonly searchParams: URLSearchParams }
  json(): unknown
  text(): string
}
