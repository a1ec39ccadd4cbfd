import type { EventDefinition } from '../shared/declare/event'
import { addRedeem } from './add-redeem'
import { checkIn } from './check-in'
import { identifyCustomer } from './identify-customer'
import { loyaltyRegistration } from './loyalty-registration'
import { posActivity } from './pos-activity'
import { rechargeValue } from './recharge-value'
import { referral } from './referral'
import { sessionConcluded } from './session-concluded'
import { surveyCompletion } from './survey-completion'
import { webRegistration } from './web-registration'

/** All Paytronix events with a handler, in the order of Segment's documentation. */
export const events: readonly EventDefinition[] = [
  posActivity,
  identifyCustomer,
  webRegistration,
  referral,
  checkIn,
  rechargeValue,
  surveyCompletion,
  loyaltyRegistration,
  addRedeem,
  sessionConcluded,
]
