import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'

export interface Tab {
  readonly name: string
  /** Shown beside the name when it is not 0. */
  readonly count?: number
  readonly contents: () => ComponentChildren
}

interface Properties {
  readonly label: string
  readonly tabs: readonly Tab[]
  /** The name of the tab that is open. The first one when there is none of that name. */
  readonly opened: string
  onOpen(name: string): void
}

/** Shows one of several views. The arrow keys switch between them. */
export function Tabs({ label, tabs, opened, onOpen }: Properties) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const index = Math.max(
    0,
    tabs.findIndex(({ name }) => name === opened),
  )
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key]
    if (step === undefined) return
    const next = (index + step + tabs.length) % tabs.length
    onOpen(tabs[next]?.name ?? '')
    list.current?.querySelectorAll('button')[next]?.focus()
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
            onClick={() => onOpen(name)}
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
