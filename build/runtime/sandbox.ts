import crypto from 'node:crypto'
import zlib from 'node:zlib'
import { notEmulated } from './not-emulated'
import * as errors from './segment-errors'

/** Documented (Functions environment), but either a large library or a way to the network, which local runs do not use. */
const namesNotEmulated = [
  ...['_', 'moment', 'uuidv5', 'jsonwebtoken', 'xml', 'xml2js', 'FormData', 'OAuth'],
  ...['fetch', 'https', 'AWS', 'google', 'stripe', 'twilio', 'sendgrid', 'jsforce'],
  ...['fetchretrylib', 'libphonenumberjslib', 'hubspotlib', 'mailchimplib', 'nodemailjet', 'skyflowlib', 'winstonlib'],
]

/** Globals that are the same in every context. Like Segment's, they belong to another realm than the function. */
const shared = {
  ...errors,
  ...{ URL, URLSearchParams, Headers, Request, Response },
  ...{ setTimeout, setInterval, clearTimeout, clearInterval },
  ...{ crypto, Buffer, atob, btoa, zlib: { zlib } },
  ...Object.fromEntries(namesNotEmulated.map((name) => [name, notEmulated(name)])),
}

/** The globals of one context: all that Segment documents, and no others. `window` has the same members. */
export function createGlobals(own: { Segment: object; cache: object; console: object }): Record<string, unknown> {
  const members = { ...shared, ...own }
  const window: Record<string, unknown> = { ...members }
  window.window = window
  return { ...members, window }
}
