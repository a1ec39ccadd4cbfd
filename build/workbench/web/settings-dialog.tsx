import { useState } from 'preact/hooks'
import type { ShownSetting } from '../protocol'
import { messageOf } from './api'
import { Dialog } from './dialog'
import { settingOf, textOf } from './setting-text'
import { Words } from './words'

interface Properties {
  readonly settings: readonly ShownSetting[]
  onApply(changes: Readonly<Record<string, unknown>>): Promise<void>
  onClose(): void
}

/** The settings of the function, as in Segment. */
export function SettingsDialog({ settings, onApply, onClose }: Properties) {
  const [edited, setEdited] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState('')
  const submit = async (event: Event) => {
    event.preventDefault()
    try {
      await onApply(changesOf(settings, edited))
      onClose()
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  return (
    <Dialog title="Settings" onClose={onClose}>
      <form onSubmit={submit}>
        <p class="muted">
          They hold until the command ends. The selected request and every rejected one run again with them.
        </p>
        {settings.map((setting) => (
          <Field
            key={setting.name}
            setting={setting}
            text={edited[setting.name] ?? textOf(setting)}
            onEdit={(text) => setEdited({ ...edited, [setting.name]: text })}
          />
        ))}
        {problem !== '' && (
          <p class="bad problem" role="alert">
            <Words text={problem} />
          </p>
        )}
        <p class="dialog-actions">
          <button type="submit" class="primary">
            Apply
          </button>
        </p>
      </form>
    </Dialog>
  )
}

function changesOf(settings: readonly ShownSetting[], edited: Readonly<Record<string, string>>) {
  const entries = settings.flatMap((setting) => {
    const text = edited[setting.name]
    return text === undefined ? [] : [[setting.name, settingOf(setting, text)] as const]
  })
  return Object.fromEntries(entries)
}

interface FieldProperties {
  readonly setting: ShownSetting
  readonly text: string
  onEdit(text: string): void
}

function Field({ setting, text, onEdit }: FieldProperties) {
  const { name, label, description } = setting
  const id = `setting-${name}`
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Input id={id} setting={setting} text={text} onEdit={onEdit} />
      <p class="muted" id={`${id}-about`}>
        <Words text={description} />
      </p>
    </div>
  )
}

function Input({ id, setting, text, onEdit }: FieldProperties & { id: string }) {
  const shared = { id, 'aria-describedby': `${id}-about`, value: text }
  const { choices, type, sensitive, isSet } = setting
  if (choices.length > 0) {
    return (
      <select {...shared} onChange={({ currentTarget }) => onEdit(currentTarget.value)}>
        <option value="">not set</option>
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    )
  }
  if (type === 'TEXT_MAP') {
    return (
      <textarea
        {...shared}
        rows={3}
        placeholder="old name = new name"
        onInput={(event) => onEdit(event.currentTarget.value)}
      />
    )
  }
  const typed = { ...shared, autocomplete: 'off', onInput: onTyped(onEdit) } as const
  if (sensitive) {
    return <input {...typed} type="password" placeholder={isSet ? 'set; type another to change it' : ''} />
  }
  return <input {...typed} placeholder={type === 'ARRAY' ? 'one, another' : ''} />
}

function onTyped(onEdit: (text: string) => void) {
  return ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => onEdit(currentTarget.value)
}
