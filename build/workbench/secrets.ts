import { type Edit, getNodeValue, type Node, parseTree } from 'jsonc-parser'
import { holdsAnyOf } from '../../shared/privacy/name-parts'
import { namesOfItem } from '../../shared/privacy/named-values'
import { isNeverEmitted, neverEmittedKeys } from '../../shared/privacy/never-emitted'

/** Stands where a secret was. */
export const hidden = '…'

const credentials = ['authorization', 'cookie', 'secret', 'secrets', 'tokens', 'signature', 'apiKey', 'credentials']
/** Metadata is never emitted, but people look there for the type of an event. */
const notSecret = 'metadata'
const holdsSecretWord = holdsAnyOf([...neverEmittedKeys.filter((key) => key !== notSecret), ...credentials])

/** Whether the value under this name is not shown: of a header, a query parameter, a form field or a key of a body. */
export function isSecretName(name: string): boolean {
  return name.toLowerCase() !== notSecret && (isNeverEmitted(name) || holdsSecretWord(name))
}

/**
 * A body with `…` for each secret: under a secret name, in a list of named values, in JSON text within JSON, and in
 * form fields. Everything else stays as it was sent, also in a text that is not quite JSON.
 */
export function withoutSecrets(body: string): string {
  if (!beginsLikeJson(body)) return withoutSecretFields(body)
  try {
    const tree = parseTree(body)
    return tree === undefined ? body : edited(body, secretsIn(tree))
  } catch (error) {
    if (error instanceof RangeError) return `${hidden} (nested too deeply to look for secrets)`
    throw error
  }
}

function beginsLikeJson(text: string): boolean {
  return /^\s*[{[]/.test(text)
}

/** The query or form with `…` for each secret. Unchanged, to the letter, when it has none. */
export function withoutSecretFields(form: string): string {
  const fields = [...new URLSearchParams(form)]
  const safe = fields.map(([name, value]) => [name, isSecretName(name) ? hidden : withoutSecretsInside(value)])
  const isSame = fields.every(([, value], index) => value === safe[index]?.[1])
  return isSame ? form : new URLSearchParams(safe).toString()
}

/** The text of a value that may itself be JSON. */
function withoutSecretsInside(text: string): string {
  return beginsLikeJson(text) ? withoutSecrets(text) : text
}

function secretsIn(node: Node): Edit[] {
  const { type, children = [] } = node
  if (type === 'property') return secretsOfMember(children)
  if (type === 'string') return secretsOfText(node)
  const names = type === 'object' ? namesOfItem(getNodeValue(node)) : []
  if (!names.some(isSecretName)) return children.flatMap(secretsIn)
  return children.filter((member) => !names.includes(member.children?.[1]?.value)).flatMap(scalarsIn)
}

function secretsOfMember([key, value]: readonly Node[]): Edit[] {
  if (key === undefined || value === undefined) return []
  return isSecretName(String(key.value)) ? scalarsIn(value) : secretsIn(value)
}

function secretsOfText(node: Node): Edit[] {
  const text = String(node.value)
  const safe = withoutSecretsInside(text)
  return safe === text ? [] : [replaced(node, safe)]
}

/** All values in the value of a secret. Keys stay. */
function scalarsIn(node: Node): Edit[] {
  const { type, children = [] } = node
  if (type === 'property') return children.slice(1).flatMap(scalarsIn)
  if (type === 'object' || type === 'array') return children.flatMap(scalarsIn)
  return type === 'null' ? [] : [replaced(node, hidden)]
}

function replaced({ offset, length }: Node, text: string): Edit {
  return { offset, length, content: JSON.stringify(text) }
}

/** In time linear in the text, unlike jsonc-parser's own function. The edits are in the order of the text. */
function edited(text: string, edits: readonly Edit[]): string {
  let end = 0
  const parts = edits.map(({ offset, length, content }) => {
    const before = text.slice(end, offset)
    end = offset + length
    return before + content
  })
  return parts.join('') + text.slice(end)
}
