import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { isObject } from '../../../shared/json/values'
import type { Json, SegmentCall } from '../../runtime/receipt'
import { Scroll } from './scroll'
import { sizeText } from './text'
import { useFirst } from './use-first'
import { RowBelow, ValueCell } from './value'
import { Words } from './words'

type Form = 'Table' | 'JSON'

/** The calls that Segment would receive. */
export function CallsView({ calls, sizes }: { calls: readonly SegmentCall[]; sizes: readonly number[] }) {
  const [form, setForm] = useState<Form>('Table')
  const [shown, showAll] = useFirst(calls, 'call')
  if (calls.length === 0) return <p class="nothing">Segment would receive nothing of this request.</p>
  return (
    <>
      <fieldset class="segments small">
        <legend class="hidden">Show calls as</legend>
        {(['Table', 'JSON'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={one === form} onClick={() => setForm(one)}>
            {one}
          </button>
        ))}
      </fieldset>
      {shown.map((call, index) => (
        <section key={index} class="card call">
          <h3>
            <span class="call-type">{call.type}</span> {typeof call.event === 'string' && <Words text={call.event} />}
            <span class="muted size">{sizeText(sizes[index] ?? 0)}</span>
          </h3>
          {form === 'Table' ? <CallTables call={call} /> : <CallJson call={call} />}
        </section>
      ))}
      {showAll}
    </>
  )
}

function CallJson({ call }: { call: SegmentCall }) {
  return (
    <Scroll label="The call as JSON">
      <pre class="json">{JSON.stringify(call, null, 2)}</pre>
    </Scroll>
  )
}

/** Properties or traits come first because people look for them. The other fields follow. */
function CallTables({ call }: { call: SegmentCall }) {
  const { type: _, event: __, properties, traits, context, ...rest } = call
  const repeated = isObject(context) ? context.traits : undefined
  const otherContext = isObject(context) ? Object.entries(context).filter(([name]) => name !== 'traits') : []
  return (
    <>
      <Fields name="Properties" fields={entriesOf(properties)} />
      <Fields name="Traits" fields={entriesOf(traits)} />
      <Fields name="Traits in context" fields={entriesOf(repeated)} />
      <Fields name="Call" fields={[...Object.entries(rest), ...otherContext]} />
    </>
  )
}

function Fields({ name, fields }: { name: string; fields: readonly (readonly [string, Json])[] }) {
  if (fields.length === 0) return null
  return (
    <table class="fields">
      <caption>{name}</caption>
      <tbody>
        {fields.map(([field, value]) => (
          <Fragment key={field}>
            <tr>
              <th scope="row">
                <Words text={field} />
              </th>
              <ValueCell value={value} />
            </tr>
            <RowBelow name={field} value={value} columns={2} />
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function entriesOf(value: Json | undefined): [string, Json][] {
  return isObject(value) ? Object.entries(value) : []
}
