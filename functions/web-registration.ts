import { describeEvent } from '../shared/declare/documentation'
import { defineEvent } from '../shared/declare/event'

/** A guest registers for loyalty on the guest website. */
export const webRegistration = defineEvent({ name: 'Web Registration', isProfile: true })
DOCS: describeEvent(webRegistration, {
  firesWhen: 'a guest registers for loyalty on the guest website',
  goodFor: 'welcoming guests who joined online, and asking them for what is missing, such as their birthday',
  alike: 'web online website signup enrollment enrolment registered',
})
