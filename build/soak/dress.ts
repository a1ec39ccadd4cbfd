import { bodyOf } from './bodies'
import type { Fragment } from './fragments'
import { createRandom, type Random } from './random'
import { respell, typed } from './spelling'
import type { SoakEvent } from './timeline'

type Layout = (type: Fragment, body: Fragment, random: Random) => Fragment

const layouts: readonly Layout[] = [
  (type, body) => ({ ...type, ...body }),
  (type, body) => ({ ...type, ...body }),
  (type, body, random) => ({ ...type, [random.pick(['data', 'payload', 'message', 'attributes'])]: body }),
  (type, body, random) => ({ [random.pick(['data', 'payload', 'event'])]: { ...type, ...body } }),
  (type, { transaction = {}, ...body }) => ({ ...type, transaction, properties: body }),
]

const shareOfTyped = 0.1

/** Other names under which kinds arrive. */
const aliases: Readonly<Record<string, string>> = {
  'Identify Customer': 'identify_guest',
  Referral: 'Refer A Friend',
  'Recharge Value': 'RECHARGE',
  'Survey Completion': 'Survey Completed',
  'Add/Redeem': 'Accrual/Redemption',
}

/** What is sent of an event: the same at every delivery, save for what a delivery says of itself. */
export function dress(event: SoakEvent): Fragment {
  const random = createRandom(event.seed)
  const plain = { ...bodyOf(event, random), ...ownIdOf(event, random) }
  const body = random.chance(shareOfTyped) ? typed(plain) : plain
  return respell(random.pick(layouts)(typeOf(event, random), body, random), random)
}

function typeOf({ kind }: SoakEvent, random: Random): Fragment {
  const type = random.pick([kind, kind.toUpperCase(), kind.replace(/\W/g, ''), aliases[kind] ?? kind])
  return { [random.pick(['event', 'eventName', 'eventType', 'transactionType', 'type'])]: type }
}

/** Some events have an id of their own, which another kind's may have too; the others go by their content. */
function ownIdOf({ ordinal }: SoakEvent, random: Random): Fragment {
  return random.pick<Fragment>([
    { eventId: ordinal },
    { notificationId: `${ordinal}` },
    { messageId: `${ordinal}` },
    {},
    {},
    {},
  ])
}
