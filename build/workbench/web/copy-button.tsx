import { useState } from 'preact/hooks'

/** A button that copies a text, and says so. */
export function CopyButton({ label, text }: { label: string; text: () => string }) {
  const [shown, setShown] = useState(label)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      setShown('Copied')
    } catch {
      setShown('The browser does not allow copying')
    }
  }
  return (
    <button type="button" onClick={copy}>
      {shown}
    </button>
  )
}
