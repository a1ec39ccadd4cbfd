import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'

export interface Tab {
  readonly name: string
  /** Shown beside the name when it is not 0. */
  readonly count?: number
  readonly contents: () => ComponentChildren
}

/** Shows one of several views. The arrow keys switch between them. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const [index, setIndex] = useState(lastIndex)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const choose = (next: number) => {
    lastIndex = (next + tabs.length) % tabs.length
    setIndex(lastIndex)
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key]
    if (step === undefined) return
    choose(index + step)
    list.current?.querySelectorAll('button')[lastIndex]?.focus()
  }
  return (
    <div class="tabs">
      <div role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown} tabIndex={-1}>
        {tabs.map(({ name, count = 0 }, place) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${place}`}
            aria-selected={place === index}
            aria-controls={`${id}-panel`}
            tabIndex={place === index ? 0 : -1}
            onClick={() => choose(place)}
          >
            {name}
            {count > 0 && <span class="count">{count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${index}`}>
        {tabs[index]?.contents()}
      </div>
    </div>
  )
}

/** The next request opens in the same view as the last one. */
let lastIndex = 0
