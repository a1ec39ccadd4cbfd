import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** Scrolls what is wider than its place. Then it takes the focus, so that the arrow keys scroll it. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  const element = useRef<HTMLElement>(null)
  const [isWider, setWider] = useState(false)
  useEffect(() => {
    const box = element.current
    if (box === null) return
    const observer = new ResizeObserver(() => setWider(box.scrollWidth > box.clientWidth))
    for (const one of [box, ...box.children]) observer.observe(one)
    return () => observer.disconnect()
  }, [])
  return (
    <section ref={element} class="scroll" {...(isWider && { 'aria-label': label, tabIndex: 0 })}>
      {children}
    </section>
  )
}
