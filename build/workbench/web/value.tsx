import { isObject } from '../../../shared/json/values'
import type { Json } from '../../runtime/receipt'
import { Scroll } from './scroll'
import { Words } from './words'

type JsonObject = { readonly [name: string]: Json }

/** A JSON value for people. A list of objects is a table, and an object is a list of members. */
export function Value({ value }: { value: Json }) {
  if (Array.isArray(value) && value.some(isObject)) return <Items items={value} />
  if (isObject(value)) return <Members object={value} />
  const text = Array.isArray(value) ? value.map(scalarText).join(', ') : scalarText(value)
  return (
    <span class={typeof value === 'string' ? '' : 'literal'}>
      <Words text={text} />
    </span>
  )
}

/** The value of a row with this many columns: in its cell, or below the row when it is a table. */
export function ValueCell({ value }: { value: Json }) {
  return <td>{isLarge(value) ? <span class="muted">below</span> : <Value value={value} />}</td>
}

/** A table in a row of its own, where it has the whole width and scrolls when it is wider. */
export function RowBelow({ name, value, columns }: { name: string; value: Json; columns: number }) {
  if (!isLarge(value)) return null
  return (
    <tr class="below">
      <td colSpan={columns}>
        <Scroll label={name}>
          <Value value={value} />
        </Scroll>
      </td>
    </tr>
  )
}

/** Whether a value holds lists or objects that hold others. */
function isLarge(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((member) => typeof member === 'object' && member !== null)
}

function Items({ items }: { items: readonly Json[] }) {
  const objects = items.map((item) => (isObject(item) ? item : { value: item }))
  const names = [...new Set(objects.flatMap((item) => Object.keys(item)))]
  return (
    <table class="inner">
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col">
              <Words text={name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {objects.map((item, index) => (
          <tr key={index}>
            {names.map((name) => (
              <td key={name}>{Object.hasOwn(item, name) && <Value value={item[name] ?? null} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Members({ object }: { object: JsonObject }) {
  return (
    <dl class="members">
      {Object.entries(object).map(([name, value]) => (
        <div key={name}>
          <dt>
            <Words text={name} />
          </dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function scalarText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
