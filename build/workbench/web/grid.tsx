import type { ComponentChildren } from 'preact'

/** A captioned table with a heading over each column. Its children are the rows. */
export function Grid(props: { caption: string; columns: readonly string[]; children: ComponentChildren }) {
  return (
    <table class="grid">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  )
}
