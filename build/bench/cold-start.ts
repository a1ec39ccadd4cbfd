import vm from 'node:vm'
import { createGlobals } from '../runtime/sandbox'
import type { Task } from './medians'

/** Compiling and evaluating a script, in a context that is there already and that knows nothing of it. */
export function coldStart(code: string): Task {
  let context = newContext()
  let source = ''
  let count = 0
  return {
    before() {
      context = newContext()
      // V8 remembers what it has compiled by its text, so each text is another one.
      source = `(function (onRequest) {\n${code}\nreturn onRequest\n/* ${count++} */})()`
    },
    run: () => new vm.Script(source, { filename: 'function.js' }).runInContext(context),
  }
}

function newContext(): vm.Context {
  return vm.createContext(createGlobals({ Segment: {}, cache: {}, console: {} }))
}
