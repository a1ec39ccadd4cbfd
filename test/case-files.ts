import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from './functions/property-run'
import type { Request } from './outcome'

type Members = Readonly<Record<string, unknown>>

/** A text so many times, `#` standing for 0, 1, 2 … */
interface Repeated {
  readonly repeat: string
  readonly times: number
  readonly between?: string
}

/** A request as a file of `test/cases` tells it: its README says what the members mean. */
interface CaseRequest extends Pick<Request, 'headers' | 'query' | 'settings'> {
  readonly body?: unknown
  readonly text?: string
  readonly pieces?: readonly (string | Repeated)[]
}

/** What must hold of the calls of a case. */
export interface CaseExpectation {
  readonly track?: readonly Members[]
  readonly identify?: readonly Members[]
  readonly some?: readonly Members[]
  readonly counts?: Readonly<Record<string, number>>
  readonly absent?: readonly string[]
  readonly present?: readonly string[]
  readonly nowhere?: readonly string[]
  readonly somewhere?: readonly string[]
  readonly sameIds?: true
  readonly differentIds?: true
  readonly sameGuest?: true
  readonly differentGuests?: true
  readonly rejected?: string
  readonly message?: readonly string[]
  readonly errors?: number
  readonly warnings?: number
  readonly warned?: readonly string[]
  readonly linear?: true
}

export interface Case {
  readonly what: string
  readonly requests: readonly CaseRequest[]
  /** What differs from a function that is built without configuration. */
  readonly config: Partial<Config> | undefined
  readonly expect: CaseExpectation
}

/** The cases of one kind of fault. */
export interface CaseFile {
  readonly name: string
  readonly kind: string
  readonly cases: readonly Case[]
}

const directory = path.join(__dirname, 'cases')

/** Every file of `test/cases`, by name. */
export function caseFiles(): CaseFile[] {
  const files = readdirSync(directory).filter((file) => file.endsWith('.json'))
  return files.sort().map((file) => readCaseFile(path.join(directory, file)))
}

export function readCaseFile(file: string): CaseFile {
  const { kind, cases } = JSON.parse(readFileSync(file, 'utf8'))
  return { name: path.basename(file, '.json'), kind, cases: cases.map(readCase) }
}

function readCase({ request, ...rest }: Case & { readonly request?: CaseRequest }): Case {
  return request === undefined ? rest : { ...rest, requests: [request] }
}

/** The request as it is sent. The fields of a form that was parsed before go as JSON. */
export function requestOf({ body, text, pieces = [], ...around }: CaseRequest): Request {
  return { ...around, body: body === undefined ? (text ?? pieces.map(pieceText).join('')) : JSON.stringify(body) }
}

/** The fields of a form that was parsed before; undefined for any other request. */
export function parsedForm({ body, headers }: CaseRequest): Readonly<Record<string, string>> | undefined {
  const isForm = body !== undefined && headers?.['content-type'] === 'application/x-www-form-urlencoded'
  return isForm ? (body as Record<string, string>) : undefined // a form's fields are text
}

function pieceText(piece: string | Repeated): string {
  if (typeof piece === 'string') return piece
  const { repeat, times, between = '' } = piece
  return Array.from({ length: times }, (_, index) => repeat.replaceAll('#', String(index))).join(between)
}
