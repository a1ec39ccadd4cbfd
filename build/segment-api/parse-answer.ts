import { jsonValue } from '../system/json'

/**
 * Parses an answer as JSON. Undefined when it is not JSON. Some answers with code contain unescaped line breaks in
 * strings, which JSON does not allow, so these are escaped first.
 */
export function parseAnswer(text: string): unknown {
  // The pattern also matches a string without an end. Otherwise the search would start again at each quote and take
  // forever.
  return jsonValue(text) ?? jsonValue(text.replace(/"(?:[^"\\]|\\.)*(?:"|\\?$)/gs, escapeControls))
}

function escapeControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern looks for them
  return text.replace(/[\u0000-\u001f]/g, (character) => JSON.stringify(character).slice(1, -1))
}
