import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

export interface Environment {
  readonly Bindings: HttpBindings
}

type Guard = MiddlewareHandler<Environment>

const names = ['localhost', '127.0.0.1', '[::1]']

/**
 * Answers only to names of this machine, with the port that the request came to: otherwise any page on the web could
 * have its own name lead here, and read guests' data.
 */
export const ownHost: Guard = async (context, next) => {
  const { host } = context.env.incoming.headers
  if (hostsOf(context.env).includes(host ?? '')) return next()
  return context.json({ error: `this server answers only as ${hostsOf(context.env).join(', ')}` }, 403)
}

/** A page of another site may not send anything here. Programs name no origin. */
export const ownOrigin: Guard = async (context, next) => {
  const origin = context.req.header('origin')
  const isReading = ['GET', 'HEAD'].includes(context.req.method)
  const own = hostsOf(context.env).map((host) => `http://${host}`)
  if (isReading || origin === undefined || own.includes(origin)) return next()
  return context.json({ error: 'a page of another site may not send requests here' }, 403)
}

/** The page is this server's own and takes nothing from elsewhere, nor ever text for markup. */
export const strictHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
  },
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
})

function hostsOf({ incoming }: HttpBindings): string[] {
  return names.map((name) => `${name}:${incoming.socket.localPort}`)
}
