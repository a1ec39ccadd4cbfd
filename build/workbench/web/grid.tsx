import type { ComponentChildren } from 'preact'
import { Scroll } from './scroll'

interface Properties {
  readonly caption: string
  /** Whether the caption is only for those who cannot see what the table is about. */
  readonly isCaptionHidden?: boolean
  readonly columns: readonly string[]
  /** The rows. */
  readonly children: ComponentChildren
}

/** A captioned table with a heading over each column. It scrolls when it is wider than its place. */
export function Grid({ caption, isCaptionHidden = false, columns, children }: Properties) {
  return (
    <Scroll label={caption}>
      <table class="grid">
        <caption class={isCaptionHidden ? 'hidden' : ''}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scroll>
  )
}
