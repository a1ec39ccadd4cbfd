import type { Ownership } from '../segment-api/ownership'

/** Why deploy would stop, and what to do. Undefined when it would not. */
export function ownershipNote(ownership: Ownership | undefined, environment: string): string | undefined {
  if (ownership === undefined || ownership === 'ours') return undefined
  const what =
    ownership === 'edited'
      ? "the function's code was edited in Segment"
      : "the function's code in Segment is not of this project"
  return `${what}, and deploy would overwrite that; keep it with npm run pull -- --env ${environment}, then deploy with --force`
}
