/** What texts said. A text that is read again says the same object, so that what is kept about an object holds. */
const said = new Map<string, object>()
const most = 10_000

/** The object that a text said before, or else this one. Only inspection asks; every call stands under the label `TRACE`. */
export function sameAsBefore(text: string, object: object): object {
  const before = said.get(text)
  if (before !== undefined) return before
  if (said.size >= most) said.clear()
  said.set(text, object)
  return object
}
