import { isObject } from '../../../shared/json/values'
import type { Json } from '../../runtime/receipt'

type JsonObject = { readonly [name: string]: Json }

/** A JSON value for people. A list of objects is a small table, and an object is a list of members. */
export function Value({ value }: { value: Json }) {
  if (Array.isArray(value))
    return value.some(isObject) ? <Items items={value} /> : <span>{value.map(scalarText).join(', ')}</span>
  if (isObject(value)) return <Members object={value} />
  return <span class={typeof value === 'string' ? '' : 'literal'}>{scalarText(value)}</span>
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
              {name}
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
          <dt>{name}</dt>
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
