import { describe } from '../declare/documentation'
import { type Definition, type Property, property, type Section } from '../declare/property'
import { country } from '../normalize/country'
import { degrees } from '../normalize/degrees'
import { identifier } from '../normalize/identifier'
import { state } from '../normalize/state'
import { text } from '../normalize/text'

/** The store of purchase; never the guest's favourite store or the one of enrolment. */
const inStore = (...as: string[]): Section[] => ['store', 'location'].map((at) => ({ at, as }))
const inHeader: Section = { at: 'headerInfo' }
const inStoreAddress = (...as: string[]): Section[] => [
  ...['store.address', 'location.address'].map((at) => ({ at, as })),
  ...inStore(...as),
]

/** What others call a store, with each of these names of a detail. */
function alikeOfStore(...details: string[]): string {
  const words = ['store', 'restaurant', 'location', 'site', 'unit', 'outlet', 'branch', 'shop']
  return details.flatMap((detail) => words.map((word) => `${word}-${detail}`)).join(' ')
}

/** All values of a store come from one side, the event or its surroundings: two stores are not one. */
function ofStore<T>(definition: Definition<T>): Property<T> {
  return property({ group: 'store', outside: 'always', ...definition })
}

export const storeName = ofStore({
  name: 'store_name',
  sections: [...inStore('name', 'label'), inHeader],
  normalize: text,
})
DOCS: describe(storeName, 'Name of the store of purchase', alikeOfStore('name', 'label', 'title'))

export const storeCode = ofStore({
  name: 'store_code',
  also: ['storeNumber'],
  sections: [...inStore('code'), inHeader],
  normalize: identifier,
})
DOCS: describe(
  storeCode,
  "Paytronix's code of the store of purchase; keeps its case and leading zeros",
  alikeOfStore('code', 'number', 'no', 'num', 'nbr', 'id', 'key'),
)

export const storeLatitude = coordinate('store_latitude', 90, 'latitude', 'lat')
DOCS: describe(
  storeLatitude,
  'Latitude of the store of purchase, in degrees north',
  alikeOfStore('latitude', 'lat', 'geoLat', 'geoLatitude'),
)

export const storeLongitude = coordinate('store_longitude', 180, 'longitude', 'lng', 'lon', 'long')
DOCS: describe(
  storeLongitude,
  'Longitude of the store of purchase, in degrees east',
  alikeOfStore('longitude', 'lon', 'lng', 'long', 'geoLon', 'geoLng', 'geoLongitude'),
)

export const storeCity = ofStore({ name: 'store_city', sections: inStoreAddress('city'), normalize: text })
DOCS: describe(storeCity, 'City of the store of purchase', alikeOfStore('city', 'town', 'addressCity'))

export const storePostalCode = ofStore({
  name: 'store_postal_code',
  sections: inStoreAddress('postalCode', 'zip', 'zipCode'),
  normalize: identifier,
})
DOCS: describe(
  storePostalCode,
  'Postal code of the store of purchase; keeps its leading zeros',
  alikeOfStore('postalCode', 'postcode', 'zip', 'zipCode', 'addressPostalCode', 'addressZip'),
)

export const storeState = ofStore({
  name: 'store_state',
  sections: inStoreAddress('stateProvince', 'state'),
  normalize: state,
})
DOCS: describe(
  storeState,
  'State or province of the store of purchase',
  alikeOfStore('state', 'stateProvince', 'province', 'region', 'addressState'),
)

export const storeCountry = ofStore({ name: 'store_country', sections: inStoreAddress('country'), normalize: country })
DOCS: describe(
  storeCountry,
  'Country of the store of purchase; an ISO 3166-1 alpha-2 code when Paytronix sends a code',
  alikeOfStore('country', 'countryCode', 'addressCountry'),
)

function coordinate(name: string, most: number, ...as: string[]): Property<number> {
  return ofStore({
    name,
    type: 'number',
    expected: `degrees from -${most} to ${most}`,
    sections: inStore(...as),
    normalize: (value) => degrees(value, most),
    // 0, 0 lies in the Gulf of Guinea, where there is no restaurant: it is what an empty coordinate becomes.
    complete(found, reading) {
      if (found !== 0 || reading.find(storeLatitude) !== 0 || reading.find(storeLongitude) !== 0) return found
      reading.warn(name, 'coordinates other than 0, 0', 'a number')
      return undefined
    },
  })
}

export const storeProperties = [
  ...[storeName, storeCode, storeLatitude, storeLongitude],
  ...[storeCity, storePostalCode, storeState, storeCountry],
]
