import { describe } from '../declare/documentation'
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
  sections: inStoreOrHeader('name', 'label'),
  normalize: text,
})
DOCS: describe(storeName, 'Name of the store of purchase')

export const storeCode = property({
  name: 'store_code',
  sections: inStoreOrHeader('code'),
  normalize: identifier,
})
DOCS: describe(storeCode, "Paytronix's code of the store of purchase, case and leading zeros kept")

export const storeLatitude: Property<number> = property({
  name: 'store_latitude',
  type: 'number',
  expected: 'degrees from -90 to 90',
  sections: inStore('latitude'),
  normalize: latitude,
  complete: (found, reading) => unlessNullIsland(found, reading, storeLatitude),
})
DOCS: describe(storeLatitude, 'Latitude of the store of purchase, in degrees north')

export const storeLongitude: Property<number> = property({
  name: 'store_longitude',
  type: 'number',
  expected: 'degrees from -180 to 180',
  sections: inStore('longitude'),
  normalize: longitude,
  complete: (found, reading) => unlessNullIsland(found, reading, storeLongitude),
})
DOCS: describe(storeLongitude, 'Longitude of the store of purchase, in degrees east')

export const storeCity = property({
  name: 'store_city',
  sections: inStoreAddress('city'),
  normalize: text,
})
DOCS: describe(storeCity, 'City of the store of purchase')

export const storePostalCode = property({
  name: 'store_postal_code',
  sections: inStoreAddress('postalCode', 'zip', 'zipCode'),
  normalize: identifier,
})
DOCS: describe(storePostalCode, 'Postal code of the store of purchase, leading zeros kept')

export const storeState = property({
  name: 'store_state',
  sections: inStoreAddress('stateProvince', 'state'),
  normalize: state,
})
DOCS: describe(storeState, 'State or province of the store of purchase')

export const storeCountry = property({
  name: 'store_country',
  sections: inStoreAddress('country'),
  normalize: country,
})
DOCS: describe(storeCountry, 'Country of the store of purchase, ISO 3166-1 alpha-2 where Paytronix sends a code')

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
