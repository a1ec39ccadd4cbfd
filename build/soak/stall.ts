/** The header by which a request makes the function stall: 'before' its calls are made, or 'after'. */
export const stallHeader = 'x-soak-stall'

export type Stall = 'before' | 'after'

/** A function that does what it did, but never ends a request that asks it not to. */
export function withStalls(code: string): string {
  return `${code}
;onRequest = ((handle) => async (request, settings) => {
  const stall = request.headers.get('${stallHeader}')
  while (stall === 'before');
  await handle(request, settings)
  while (stall === 'after');
})(onRequest)
`
}
