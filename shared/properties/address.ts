import { field, record } from '../declare/record'
import { country } from '../normalize/country'
import { identifier } from '../normalize/identifier'
import { state } from '../normalize/state'
import { text } from '../normalize/text'

/** Segment's reserved `address` trait. */
export interface Address {
  street?: string
  city?: string
  state?: string
  postalCode?: string
  country?: string
}

/** How addresses are read, a guest's or any other's. */
export const addresses = record<Address>({
  street: field(text, 'text', 'street', 'address1'),
  city: field(text, 'text', 'city'),
  state: field(state, 'text', 'stateProvince', 'state'),
  postalCode: field(identifier, 'text', 'postalCode', 'zip', 'zipCode'),
  country: field(country, 'text', 'country'),
})
