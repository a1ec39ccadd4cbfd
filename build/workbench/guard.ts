import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

export interface Environment {
  readonly Bindings: HttpBindings
}

type Guard = MiddlewareHandler<Environment>

const names = ['localhost', '127.0.0.1', '[::1]']

/**
 * Accepts only host names of this machine with the server's port. Otherwise a web page could point its own host name to
 * this machine (DNS rebinding) and read guests' data.
 */
export const ownHost: Guard = async (context, next) => {
  const { host } = context.env.incoming.headers
  if (hostsOf(context.env).includes(host ?? '')) return next()
  return context.json({ error: `this server answers only as ${hostsOf(context.env).join(', ')}` }, 403)
}

/**
 * Refuses requests from pages of other sites, also forms and images: they would appear among the webhooks and in files.
 * Browsers send the origin of a request; other programs do not.
 */
export const ownOrigin: Guard = async (context, next) => {
  const { origin, 'sec-fetch-site': site } = context.req.header()
  const own = hostsOf(context.env).map((host) => `http://${host}`)
  const isForeign = (origin !== undefined && !own.includes(origin)) || site === 'cross-site' || site === 'same-site'
  // Other sites may link to the page, because loading it changes nothing.
  if (!isForeign || context.req.path === '/') return next()
  return context.json({ error: 'requests from pages of other sites are not allowed' }, 403)
}

/** The page loads only files of this server, and never uses text as HTML. */
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
