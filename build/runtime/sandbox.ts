import crypto from 'node:crypto'
import zlib from 'node:zlib'
import { notEmulated } from './not-emulated'
import * as errors from './segment-errors'

/** Documented globals (Functions environment) that are large libraries or use the network, which local runs do not. */
const namesNotEmulated = [
  ...['_', 'moment', 'uuidv5', 'jsonwebtoken', 'xml', 'xml2js', 'FormData', 'OAuth'],
  ...['fetch', 'https', 'AWS', 'google', 'stripe', 'twilio', 'sendgrid', 'jsforce'],
  ...['fetchretrylib', 'libphonenumberjslib', 'hubspotlib', 'mailchimplib', 'nodemailjet', 'skyflowlib', 'winstonlib'],
]

/** Globals that all contexts share. As in Segment, they come from another realm than the function. */
const shared = {
  ...errors,
  ...{ URL, URLSearchParams, Headers, Request, Response },
  ...{ setTimeout, setInterval, clearTimeout, clearInterval },
  ...{ crypto, Buffer, atob, btoa, zlib: { zlib } },
  ...Object.fromEntries(namesNotEmulated.map((name) => [name, notEmulated(name)])),
}

/** The globals of one context: exactly those that Segment documents. `window` has the same members. */
export function createGlobals(own: { Segment: object; cache: object; console: object }): Record<string, unknown> {
  const members = { ...shared, ...own }
  const window: Record<string, unknown> = { ...members }
  window.window = window
  return { ...members, window }
}
