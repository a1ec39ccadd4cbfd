/** A text of about a megabyte that gives a regular expression much to try: how it begins, what it repeats, how it ends. */
export type Adversary = readonly [start: string, repeated: string, end: string]

const megabyte = 1_000_000

export function textOf([start, repeated, end]: Adversary): string {
  return start + repeated.repeat(megabyte / repeated.length) + end
}

/** For each regular expression that meets what others send, what it should take longest to give up on, or to go through. */
export const adversaries: readonly (readonly [RegExp, ...Adversary])[] = [
  // functions/ and shared/: the headers, the body, the URL
  [/^Bearer +(\S.*)$/i, 'Bearer ', ' ', '\n'],
  [/^Basic +(\S+) *$/i, 'Basic ', ' a', '!\n'],
  [/^\s*application\/x-www-form-urlencoded/i, '', '\t', 'application'],
  [/^[^\s=&<>{}"]+=[^\s<>{}"]*$/, 'a', '=', ' '],
  [/[^a-z0-9]/g, '', 'é', 'a'],
  [/^(?:friend|referred|referee)/, '', 'refer', ''],
  [/^(?:0+|-1|null|undefined|none|n\/a|anonymous|guest|unknown)$/i, '', '0', 'x'],
  [/\D/g, '', '+', '1'],
  [/_/g, 'a', '_', 'b'],
  [/[^\p{L}\p{N}]+/gu, 'a', '-.', 'b'],
  [/(?:^|\.)[^.[\]]+$|\[[^[\]]*\]$/, '', '[a.', ']['],
  [/[\s\p{Pd}]/gu, '4', ' \u2013', '4'],
  [/^\d+$/, '', '1', 'x'],
  [/^[a-z]{2,3}$/i, '', 'us', '!'],
  [/^[a-z]{3}$/i, '', 'usd', '!'],
  [/^[+-]?\d+(?:\.\d+)?$/, '+', '1', '.'],
  [/^[^\s@]+@[^\s@]+$/, '', 'a', '@@'],
  [/^\d{9,}(?:\.\d+)?$/, '', '1', '.'],
  [/\d/, '', '\u0661', ''],
  [/^[a-z]{2}$/i, '', 'me', '!'],
  [/^([+-])(\d\d)(?::?([0-5]\d)(?::(\d\d))?)?$/, '+', '05:', '!'],
  [/^(?:Z|UTC|GMT)$/i, '', 'UTC', '!'],
  [/^(.+)\.([^.]+)$/, '', 'a.', '\n.\n'],
  [/^wallet.+(?:balance|label)$/, 'wallet', 'balance', '!'],
  [/[\uD800-\uDBFF]$/, '', '\ud83e', 'x'],
  [/^[a-z]/i, '-', 'a', ''],
  [/^(.+)_(label|balance)$/i, '', 'a_label', '!'],
  // build/: bodies and headers once more, and what Segment answers
  [/\r?\n/, '', '\r', '\r\n'],
  [/^\uFEFF/, ' ', '\ufeff', ''],
  [
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/,
    '2026-01-31T12:00:00.',
    '0',
    'Z',
  ],
  [/(\d{2})(\d{2})$/, '', '12', 'x'],
  [/[\\\p{Cc}]/gu, '', '\\\u0085', ''],
  [/^(?:[a-z0-9]+(?:_[a-z0-9]+)*)?/, '', 'a_', '_'],
  [/[A-Z0-9]+[a-z0-9]*|[a-z][a-z0-9]*/g, '', '0A', 'a-'],
  [/^[A-Z]/, 'a', 'A', ''],
  [/[a-z]/, '', 'A', ''],
  [/^application\/json\b/i, 'application/jso', 'n', ''],
  [/[:.]/g, '', ':.', ''],
  [/[a-z0-9]+/g, '', 'a', '-'],
  [/\?(.*)/s, '/', '?', '\n'],
  [/^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a/', 'a-', '!'],
  [/\s/g, '', '\u3000', 'a'],
  [/^\./, 'a', '.', ''],
  [/^[@$\w-]+$/, '', 'a', '!'],
  [/\[\d+\]/g, '', '[1', '['],
  [/^wallet_/, 'wallet', 'wallet_', ''],
  [/^(?:---|\+\+\+|@@|…)/, '--', '+-', ''],
  [/^[\w$]+$/, '', '$', '!'],
  [/^(?:[-+]?[\d.]+(?:e[-+]?\d+)?|true|false|null|[[{].*)$/i, '-', '1.', 'e+\n'],
  [/^warning/, '', 'warnin', ''],
  [/^(?!_)[a-z_]{1,100}(?<!_)$/, 'a', '_', ''],
  [/\s+/g, 'a', ' ', 'a'],
  [/^[\x21-\x7e]+$/, '', 'a', ' '],
  [/(?<!\/)\/+$/, 'https://', '/', 'x'],
  [/^https?:\/\/[^@?#]+$/i, 'https://', 'a', '@'],
  [/^sfnc_/, '', 'sfnc', ''],
  [
    /^\/\*\*\n \* \S+ (\S+), .*\n(?: \* .*\n)* \* SHA-256 of everything below: ([0-9a-f]{64})\n \*\/\n/,
    '/**\n * a b, c\n',
    ' * SHA-256 of everything below: a\n',
    ' *',
  ],
  [/SHA-256 of everything below: [0-9a-f]{64}/, '', `SHA-256 of everything below: ${'a'.repeat(63)}`, ''],
  [/"(?:[^"\\]|\\.)*(?:"|\\?$)/gs, '', '\\"', '\\'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the one of the sources
  [/[\u0000-\u001f]/g, '', '\u0000', 'a'],
  [/(?=[.[])/, '', '.[', 'a'],
  [/\s+/, '', '\ta', ' '],
  [/\.json$/, '', '.json', '!'],
  [/[^a-z0-9]+/g, 'a', '-', 'b'],
  [/^[\x21-\x39\x3b-\x7e]+$/, '', 'a', ':'],
  [/^\w{1,50}$/, '', 'a', ''],
  // build/backfill/: names of files, bodies, and options
  [/\.([a-z]+)(\.gz)?$/i, '', '.gz', '!'],
  [/[\r\n]+/g, '', '\r\n', 'a'],
  [/^(\d{1,4})\/(\d{1,4})$/, '', '1', '/'],
  [/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/, '2026-01-01T00:00:00.', '0', 'Z'],
]

/** The same for regular expressions that are composed, by the file that does so: each of them meets each text. */
export const adversariesOfFile: Readonly<Record<string, readonly Adversary[]>> = {
  'build/cli/printable.ts': [
    ['', `\u001b[3${'m'.repeat(20)}`, '\u001b[3'],
    ['', `\u202e\u{e0041}${'a'.repeat(20)}`, ''],
  ],
  'shared/normalize/date-time.ts': [
    ['2026-01-31T12:00:00.', '0', 'Z!'],
    ['2026-01-31 12:00:00', ' ', 'Z'],
    ['20260131T120000.', '0', '+'],
    ['Sat Jan 3', '1', ' 12:00:00'],
    ['Sat, 31 Jan 2026 12:00:00 ', '+05:', ''],
  ],
}
