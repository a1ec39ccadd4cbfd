import { type ComponentChildren, Fragment } from 'preact'

/** In characters. What is longer may not fit a line of a phone, so it may break anywhere. */
const longest = 40
/** Where a browser would break within a word. */
const breaks = /[-/?!&%|…–(){}[\]]/

/**
 * Text with whole words: lines break only between them, also beside ids, dates, addresses and e-mails. A word that no
 * line may hold, such as JSON or a URL, breaks after its commas and the like.
 */
export function Words({ text }: { text: string }) {
  return <>{text.split(/(\s+)/).map(wordOf)}</>
}

/** A path, which may also break between its keys. */
export function PathWords({ path }: { path: string }) {
  return (
    <>
      {path.split(/(\s+)/).map((word, index) => (
        <Fragment key={index}>{breakable(word.split(/(?=[.[])/))}</Fragment>
      ))}
    </>
  )
}

function wordOf(word: string, index: number): ComponentChildren {
  if (word.length <= longest) return piece(word)
  return <Fragment key={index}>{breakable(word.split(/(?<=[,;&/])/))}</Fragment>
}

function breakable(pieces: readonly string[]): ComponentChildren[] {
  return pieces.flatMap((one, index) => (index === 0 ? [piece(one)] : [<wbr />, piece(one)]))
}

function piece(text: string): ComponentChildren {
  if (text.length > longest) return <span class="long">{text}</span>
  return breaks.test(text) ? <span class="whole">{text}</span> : text
}
