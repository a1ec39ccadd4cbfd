import crypto from 'node:crypto'
import vm from 'node:vm'
import { freeNames } from './free-names'
import { ecmaScriptGlobals, segmentGlobals } from './globals'

const allowedGlobals: ReadonlySet<string> = new Set([...ecmaScriptGlobals, ...segmentGlobals, 'undefined'])
const signature = 'async function onRequest(request, settings)'

/** The reasons why Segment would refuse a script or fail to run it. Empty when there are none. */
export function checkBundle(code: string): string[] {
  const whole = addressReasons(code)
  const syntax = syntaxReasons(code)
  if (syntax.length > 0) return [...whole, ...syntax]
  return [...whole, ...nameReasons(code), ...loadReasons(code)]
}

/** Segment refuses to save code that contains the address of its functions, even in a comment. */
function addressReasons(code: string): string[] {
  const address = 'https://fn.segmentapis.com'
  return code.includes(address) ? [`contains the text ${address}, which Segment refuses to save`] : []
}

/** Segment uses the script as the body of a plain function. It must parse as a script and as such a body. */
function syntaxReasons(code: string): string[] {
  try {
    new vm.Script(code)
    new vm.Script(asSegmentWraps(code))
    return []
  } catch (error) {
    return [`is not a script: ${nameAndMessage(error)}`]
  }
}

function nameReasons(code: string): string[] {
  const unknown = [...freeNames(code)].filter((name) => !allowedGlobals.has(name)).sort()
  return unknown.map((name) => `uses ${name}, which Segment does not document`)
}

/** Loads the script with the globals of ECMAScript and Segment only, and checks what it declares. */
function loadReasons(code: string): string[] {
  try {
    const onRequest: unknown = vm.runInContext(asSegmentWraps(code), bareContext(), { timeout: 1000 })
    const declared = typeof onRequest === 'function' && String(onRequest).startsWith(`${signature} {`)
    return declared && code.includes(`\n${signature} {`) ? [] : [`has no top-level ${signature}`]
  } catch (error) {
    return [`does not load: ${nameAndMessage(error)}`]
  }
}

function bareContext(): vm.Context {
  const stubs = Object.fromEntries(segmentGlobals.map((name) => [name, class {}]))
  const context = vm.createContext({ ...stubs, Buffer, URL, URLSearchParams, console, crypto })
  // V8 adds WebAssembly to every context, but it is not part of ECMAScript.
  vm.runInContext('delete globalThis.WebAssembly', context)
  return context
}

function asSegmentWraps(code: string): string {
  return `(function (onRequest) {\n${code}\nreturn onRequest\n})()`
}

/** The error comes from the context's own realm, so `instanceof Error` is false. */
function nameAndMessage(error: unknown): string {
  return String(error)
}
