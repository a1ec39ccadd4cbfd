import { limits } from '../../runtime/limits'
import type { DetailedRequest } from '../protocol'
import { sizeText, timeText } from './text'

/** Time and sizes compared with Segment's limits. */
export function Limits({ detail: { ms, request, sizes } }: { detail: DetailedRequest }) {
  return (
    <dl class="limits">
      <Limit name="Time" value={ms} most={limits.requestMs} text={timeText} />
      <Limit name="Largest call" value={Math.max(0, ...sizes)} most={limits.callBytes} text={sizeText} />
      <Limit name="Body" value={request.bodyBytes} most={limits.bodyBytes} text={sizeText} />
    </dl>
  )
}

interface LimitProperties {
  readonly name: string
  readonly value: number
  readonly most: number
  readonly text: (value: number) => string
}

function Limit({ name, value, most, text }: LimitProperties) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {text(value)} <span class="muted">of {text(most).replace('.0', '')}</span>
        <progress class={value > most ? 'over' : ''} max={most} value={Math.min(value, most)} aria-label={name} />
      </dd>
    </div>
  )
}
