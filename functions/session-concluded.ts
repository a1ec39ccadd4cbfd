import { describe, describeEvent } from '../shared/declare/documentation'
import { defineEvent } from '../shared/declare/event'
import { property } from '../shared/declare/property'
import { identifier } from '../shared/normalize/identifier'

const sessionId = property({ name: 'session_id', normalize: identifier })
DOCS: describe(sessionId, 'Id of the session that ended', 'sessionKey sessionNumber sid')

/** A guest's session ends. Segment does not list it; mParticle documents it for its Paytronix feed. */
export const sessionConcluded = defineEvent({ name: 'Session Concluded', properties: [sessionId] })
DOCS: describeEvent(sessionConcluded, {
  firesWhen: "a guest's session ends",
  goodFor: 'following up on sessions after which no purchase came',
  alike: 'session ended end closed logout',
})
