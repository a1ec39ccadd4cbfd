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

/**
 * A page of another site may not send anything here, be it as a form or as what it loads for a picture: that would end up
 * among the webhooks, and in files. Browsers tell where a request is from; programs do not.
 */
export const ownOrigin: Guard = async (context, next) => {
  const { origin, 'sec-fetch-site': site } = context.req.header()
  const own = hostsOf(context.env).map((host) => `http://${host}`)
  const isForeign = (origin !== undefined && !own.includes(origin)) || site === 'cross-site' || site === 'same-site'
  // Anybody may link to the page, which changes nothing.
  if (!isForeign || context.req.path === '/') return next()
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
