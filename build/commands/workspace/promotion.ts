import { scriptDigest } from '../../bundle/banner'
import type { Context } from '../../cli/command'
import { functionNamed } from '../../segment-api/named-function'
import { runningVersion } from '../../segment-api/running'
import { UserError } from '../../system/errors'
import { openSession } from './session'

/** Options that name the bytes to deploy. */
export const promotionOptions = {
  digest: {
    kind: 'text',
    value: 'sha256',
    summary: 'deploy only if this checkout builds the script with this SHA-256',
  },
  'same-as': { kind: 'text', value: 'name', summary: 'deploy only if this checkout builds what that environment runs' },
} as const

interface Wanted {
  readonly digest: string | undefined
  readonly 'same-as': string | undefined
}

/**
 * Checks that this checkout builds exactly the bytes that were asked for.
 * @throws UserError when it builds others, or when Segment does not tell what the other environment runs.
 */
export async function checkPromotion(code: string, wanted: Wanted, context: Context): Promise<void> {
  const { digest, 'same-as': other } = wanted
  const built = scriptDigest(code)
  if (digest !== undefined && !isMeant(digest, built))
    throw new UserError(
      `this checkout builds ${built}, not ${digest}; check out the commit that built it; nothing was written`,
    )
  const running = other === undefined ? built : await runningDigest(other, context)
  if (running !== built)
    throw new UserError(
      `this checkout builds ${built}, but ${other} runs ${running}; check out the commit that is deployed there; nothing was written`,
    )
}

/** The first 12 digits are enough, as `rollback` prints them. */
function isMeant(digest: string, built: string): boolean {
  if (/^[0-9a-f]{12,64}$/i.test(digest)) return built.startsWith(digest.toLowerCase())
  throw new UserError('--digest: expected the SHA-256 of the built script, 12 to 64 hexadecimal digits', 2)
}

async function runningDigest(name: string, context: Context): Promise<string> {
  const { api, environment } = await openSession(name, context)
  const running = await context.screen.during(`reading ${name} …`, async () => {
    const found = await functionNamed(api, environment.function)
    return found && runningVersion(api, found)
  })
  if (running?.code) return scriptDigest(running.code)
  throw new UserError(
    `Segment does not show what ${name} runs; name the digest instead: --digest, as npm run status or npm run rollback prints it`,
  )
}
