import { describeEvent } from '../shared/declare/documentation'
import { defineEvent } from '../shared/declare/event'

/** A loyalty guest is identified. */
export const identifyCustomer = defineEvent({ name: 'Identify Customer', aliases: ['Identify Guest'], isProfile: true })
DOCS: describeEvent(identifyCustomer, {
  firesWhen: 'a loyalty guest is identified',
  goodFor: 'keeping profiles current: names, opt-ins, tier and balances as they are at that moment',
  alike: 'identified identification lookup',
})
