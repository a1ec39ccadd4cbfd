import { deliveryOverviewRoutes } from './delivery-overview'
import { functionRoutes } from './functions'
import type { Route } from './route'
import { ruleRoutes } from './rules'
import { sourceRoutes } from './sources'
import { trackingPlanRoutes } from './tracking-plans'
import { versionRoutes } from './versions'

const workspaceRoutes = {
  'GET /': { handle: ({ world }) => ({ workspace: world.state.workspace }) },
} satisfies Record<string, Route>

/** Every endpoint, by its method and path. */
export const routes = {
  ...workspaceRoutes,
  ...functionRoutes,
  ...versionRoutes,
  ...sourceRoutes,
  ...trackingPlanRoutes,
  ...ruleRoutes,
  ...deliveryOverviewRoutes,
} satisfies Record<string, Route>

export type RouteName = keyof typeof routes

export interface Match {
  readonly name: RouteName
  readonly route: Route
  /** The values of the path's `{names}`. */
  readonly path: Readonly<Record<string, string>>
}

const patterns = (Object.keys(routes) as RouteName[]).map((name) => {
  // keys() loses the type of the names
  return { name, pattern: new RegExp(`^${name.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`) }
})

/** The endpoint of a request, if there is one. */
export function matchRoute(method: string, path: string): Match | undefined {
  for (const { name, pattern } of patterns) {
    const match = pattern.exec(`${method} ${path}`)
    if (match !== null) return { name, route: routes[name], path: { ...match.groups } }
  }
  return undefined
}
