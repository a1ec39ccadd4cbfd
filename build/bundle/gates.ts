import crypto from 'node:crypto'
import vm from 'node:vm'
import { freeNames } from './free-names'
import { ecmaScriptGlobals, segmentGlobals } from './globals'

const allowedGlobals: ReadonlySet<string> = new Set([...ecmaScriptGlobals, ...segmentGlobals, 'undefined'])
const signature = 'async function onRequest(request, settings)'

/** The reasons why Segment would refuse or fail to run a script; none when all is well. */
export function checkBundle(code: string): string[] {
  const whole = addressReasons(code)
  const syntax = syntaxReasons(code)
  if (syntax.length > 0) return [...whole, ...syntax]
  return [...whole, ...nameReasons(code), ...loadReasons(code)]
}

/** Segment refuses to save code that holds its functions' own address, be it in a comment. */
function addressReasons(code: string): string[] {
  const address = 'https://fn.segmentapis.com'
  return code.includes(address) ? [`holds the text ${address}, which Segment refuses to save`] : []
}

/** Segment makes the script the body of a plain function, so it is tried as a script and as that. */
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

/** Loads the script where nothing exists but ECMAScript and what Segment documents, and looks at what it leaves. */
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
  // Part of V8, hence in every context, but not of ECMAScript.
  vm.runInContext('delete globalThis.WebAssembly', context)
  return context
}

function asSegmentWraps(code: string): string {
  return `(function (onRequest) {\n${code}\nreturn onRequest\n})()`
}

/** Errors come from the context's own realm, so `instanceof Error` does not hold. */
function nameAndMessage(error: unknown): string {
  return String(error)
}
