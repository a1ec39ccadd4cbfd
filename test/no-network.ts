import { Socket } from 'node:net'

type Connect = (this: Socket, ...args: unknown[]) => Socket

const thisMachine = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/
const connect = Socket.prototype.connect as Connect // the overloads have no type in common

// No test needs the network: one that tries to reach another machine fails. Whatever connects does so here.
Socket.prototype.connect = function (this: Socket, ...args) {
  const host = hostOf(args)
  if (!thisMachine.test(host)) throw new Error(`a test tried to reach ${host}`)
  return connect.apply(this, args)
} as Connect

// Node's own modules outlive a test file.
afterAll(() => {
  Socket.prototype.connect = connect
})

/** The host among the arguments of `connect`: options, or a port and a host; Node itself has them in a list. */
function hostOf(args: readonly unknown[]): string {
  const [first, second] = args.flat()
  const isObject = typeof first === 'object' && first !== null
  const host = isObject && 'host' in first ? first.host : second
  return typeof host === 'string' ? host : 'localhost'
}
