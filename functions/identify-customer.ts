import { defineEvent } from '../shared/event'

/** A loyalty guest is identified. */
export const identifyCustomer = defineEvent({
  name: 'Identify Customer',
  aliases: ['Identify Guest'],
  firesWhen: 'a loyalty guest is identified',
  isProfile: true,
})
