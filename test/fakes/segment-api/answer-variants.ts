/** The members that an answer may lack (optional in Segment's own types), by the name of the object. */
const optionalMembers: Readonly<Record<string, readonly string[]>> = {
  function: [
    ...['description', 'logoUrl', 'createdAt', 'createdBy', 'settings'],
    ...['deployedAt', 'isLatestVersion', 'previewWebhookUrl', 'workspaceId', 'buildpack'],
  ],
  version: ['author', 'isDeployed', 'createdAt', 'updatedAt', 'deployedAt'],
  source: ['name', 'settings'],
  metadata: ['status'],
  trackingPlan: ['slug', 'description', 'createdAt', 'updatedAt'],
  rule: ['createdAt', 'updatedAt', 'deprecatedAt'],
  pagination: ['totalEntries', 'previous'],
}

type Change = (name: string, value: object) => object

export function withoutOptionalMembers(body: unknown): unknown {
  return eachObject(body, (name, value) => {
    const optional = optionalMembers[name] ?? []
    return Object.fromEntries(Object.entries(value).filter(([member]) => !optional.includes(member)))
  })
}

export function withExtraMembers(body: unknown): unknown {
  return eachObject(body, (_name, value) => ({ ...value, undocumented: { since: 2031 } }))
}

/** What a list may contain besides what is well formed. */
const oddItems: Readonly<Record<string, readonly unknown[]>> = {
  functions: [{ id: null, displayName: null }, { displayName: 7 }],
  versions: [null, { id: 7, code: null, createdAt: 5 }],
  sources: [null, { id: 'odd', slug: 'odd', enabled: 'yes', metadata: null }],
  trackingPlans: [{ id: null }, { id: 'tp_odd', name: null }],
  rules: [{ type: null, key: 7, version: '1', jsonSchema: 'x' }],
  destinations: [{ id: 7 }],
}

/** Lists with odd items at their end, and a null in place of the pagination. */
export function withOddMembers(body: unknown): unknown {
  return eachObject(body, (_name, value) => {
    const members = Object.entries(value).map(([name, member]) => {
      if (name === 'pagination') return [name, 'next' in member ? member : null]
      return [name, Array.isArray(member) ? [...member, ...(oddItems[name] ?? [])] : member]
    })
    return Object.fromEntries(members)
  })
}

/** Settings and schemas belong to the user. Segment adds nothing to them. */
const opaque = ['settings', 'jsonSchema']

function eachObject(value: unknown, change: Change, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => eachObject(item, change, name.replace(/s$/, '')))
  if (typeof value !== 'object' || value === null || opaque.includes(name)) return value
  const members = Object.entries(value).map(([member, inner]) => [member, eachObject(inner, change, member)])
  return change(name, Object.fromEntries(members))
}
