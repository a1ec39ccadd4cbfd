import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

export interface Environment {
  readonly Bindings: HttpBindings
}

type Guard = MiddlewareHandler<Environment>

const names = ['localhost', '127.0.0.1', '[::1]']

/** Headers that a tunnel or proxy adds. Some of them put this machine's name in the place of their own. */
const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'cf-connecting-ip']

/**
 * Accepts only host names of this machine with the server's port. Otherwise a web page could point its own host name to
 * this machine (DNS rebinding) and read guests' data. What comes through a tunnel reaches the webhook alone, and only
 * when the tunnel was named.
 */
export function ownHost(tunnelHost: string | undefined): Guard {
  return async (context, next) => {
    const { headers } = context.env.incoming
    const isForwarded = forwardingHeaders.some((name) => headers[name] !== undefined)
    const isOwn = hostsOf(context.env).includes(headers.host ?? '')
    const isTunnel = tunnelHost !== undefined && (isOwn ? isForwarded : nameOf(headers.host) === tunnelHost)
    if ((isOwn && !isForwarded) || (isTunnel && context.req.path === '/webhook')) return next()
    const error = isTunnel
      ? 'only /webhook can be reached through the tunnel'
      : `this server answers only as ${hostsOf(context.env).join(', ')}; for a tunnel, start it with --tunnel-host NAME`
    return context.json({ error }, 403)
  }
}

/** A host without its port, in lower case. */
function nameOf(host = ''): string {
  return host.toLowerCase().replace(/:\d+$/, '')
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
