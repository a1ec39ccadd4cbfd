import { jsonValue } from '../system/json'

/**
 * The value of an answer's text; undefined when it is no JSON. Answers that hold code have been seen with line breaks
 * unescaped within their texts, which JSON does not allow.
 */
export function parseAnswer(text: string): unknown {
  // A text that never ends goes on to the end of the answer: to try again from each of its quotes would take for ever.
  return jsonValue(text) ?? jsonValue(text.replace(/"(?:[^"\\]|\\.)*(?:"|\\?$)/gs, escapeControls))
}

function escapeControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f]/g, (character) => JSON.stringify(character).slice(1, -1))
}
