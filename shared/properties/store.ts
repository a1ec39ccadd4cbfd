import { type Property, property, type Section } from '../declare/property'
import { country } from '../normalize/country'
import { identifier } from '../normalize/identifier'
import { latitude } from '../normalize/latitude'
import { longitude } from '../normalize/longitude'
import { state } from '../normalize/state'
import { text } from '../normalize/text'
import type { Reading } from '../read/reading'

/** The store of purchase; never the guest's favourite store or the one of enrolment. */
const inStore = (...as: string[]): Section[] => ['store', 'location'].map((at) => ({ at, as }))
const inStoreOrHeader = (...as: string[]): Section[] => [...inStore(...as), { at: 'headerInfo' }]
const inStoreAddress = (...as: string[]): Section[] => [
  ...['store.address', 'location.address'].map((at) => ({ at, as })),
  ...inStore(...as),
]

export const storeName = property({
  name: 'store_name',
  description: 'Name of the store of purchase',
  sections: inStoreOrHeader('name', 'label'),
  normalize: text,
})

export const storeCode = property({
  name: 'store_code',
  description: "Paytronix's code of the store of purchase, case and leading zeros kept",
  sections: inStoreOrHeader('code'),
  normalize: identifier,
})

export const storeLatitude: Property<number> = property({
  name: 'store_latitude',
  type: 'number',
  description: 'Latitude of the store of purchase, in degrees north',
  expected: 'degrees from -90 to 90',
  sections: inStore('latitude'),
  normalize: latitude,
  complete: (found, reading) => unlessNullIsland(found, reading, storeLatitude),
})

export const storeLongitude: Property<number> = property({
  name: 'store_longitude',
  type: 'number',
  description: 'Longitude of the store of purchase, in degrees east',
  expected: 'degrees from -180 to 180',
  sections: inStore('longitude'),
  normalize: longitude,
  complete: (found, reading) => unlessNullIsland(found, reading, storeLongitude),
})

export const storeCity = property({
  name: 'store_city',
  description: 'City of the store of purchase',
  sections: inStoreAddress('city'),
  normalize: text,
})

export const storePostalCode = property({
  name: 'store_postal_code',
  description: 'Postal code of the store of purchase, leading zeros kept',
  sections: inStoreAddress('postalCode', 'zip', 'zipCode'),
  normalize: identifier,
})

export const storeState = property({
  name: 'store_state',
  description: 'State or province of the store of purchase',
  sections: inStoreAddress('stateProvince', 'state'),
  normalize: state,
})

export const storeCountry = property({
  name: 'store_country',
  description: 'Country of the store of purchase, ISO 3166-1 alpha-2 where Paytronix sends a code',
  sections: inStoreAddress('country'),
  normalize: country,
})

/** 0, 0 lies in the Gulf of Guinea, where there is no restaurant: it is what an empty coordinate becomes. */
function unlessNullIsland(found: number | undefined, reading: Reading, self: Property<number>): number | undefined {
  const isNullIsland = reading.find(storeLatitude) === 0 && reading.find(storeLongitude) === 0
  if (isNullIsland) reading.warn(self.name, 'coordinates other than 0, 0', found)
  return isNullIsland ? undefined : found
}

export const storeProperties = [
  storeName,
  storeCode,
  storeLatitude,
  storeLongitude,
  storeCity,
  storePostalCode,
  storeState,
  storeCountry,
]
