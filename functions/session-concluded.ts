import { defineEvent } from '../shared/declare/event'
import { property } from '../shared/declare/property'
import { identifier } from '../shared/normalize/identifier'

const sessionId = property({
  name: 'session_id',
  description: 'Id of the session that ended',
  normalize: identifier,
})

/** A guest's session ends. Segment does not list it; mParticle documents it for its Paytronix feed. */
export const sessionConcluded = defineEvent({
  name: 'Session Concluded',
  firesWhen: "a guest's session ends",
  goodFor: 'following up on sessions after which no purchase came',
  properties: [sessionId],
})
