import vm from 'node:vm'
import { EventNotSupported } from './segment-errors'

/** The `onRequest` of an evaluated script, and the JSON.parse of its realm. */
export interface LoadedFunction {
  onRequest: (request: unknown, settings: unknown) => unknown
  parse: (text: string) => unknown
}

type Wrapper = (this: object, keep: (handler: unknown) => void, standard: () => never) => void

/**
 * Evaluates a script in a new context with these globals and those of ECMAScript.
 * Throws the script's own error: a SyntaxError for `export`, a ReferenceError for `module`, and so on.
 */
export function loadFunction(code: string, globals: Record<string, unknown>): LoadedFunction {
  const context = vm.createContext(globals)
  const parse: LoadedFunction['parse'] = vm.runInContext('JSON.parse', context)
  const wrapper: Wrapper = new vm.Script(wrap(code), { filename: 'function.js', lineOffset: -2 }).runInContext(context)
  let handler: unknown
  const keep = (value: unknown) => {
    handler = value
  }
  wrapper.call({ ...globals }, keep, notSupported)
  if (typeof handler !== 'function') throw new TypeError('onRequest is not a function')
  // typeof proves that it is callable. The script is foreign code, so nothing else is known.
  return { onRequest: handler as LoadedFunction['onRequest'], parse }
}

/**
 * The script becomes the body of a synchronous function with the parameter `onRequest`. The script may return early, so
 * the parameter is also read at the start, where function declarations already exist.
 */
function wrap(code: string): string {
  return `(function (__keepHandler, onRequest) {\n__keepHandler(onRequest);\n${code}\n;__keepHandler(onRequest);\n})`
}

function notSupported(): never {
  throw new EventNotSupported('request not supported: the script defines no onRequest')
}
