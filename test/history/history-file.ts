import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Writes a file of invented history, a body a line. Each body gives two calls with `--identify all`. */
export async function writeHistory(file: string, lines: number): Promise<void> {
  await pipeline(Readable.from(bodies(lines)), createWriteStream(file))
}

/** A hundred thousand guests. Some have only a card at first. */
function* bodies(lines: number): Generator<string> {
  const start = Date.UTC(2020, 0, 1)
  for (let line = 0; line < lines; line++) {
    const guest = (line * 7919) % 100_000
    const body = {
      event: line % 3 === 0 ? 'Check-In' : 'Add/Redeem',
      eventId: `event-${line}`,
      timestamp: new Date(start + line * 60_000).toISOString(),
      printedCardNumber: `${6_000_000_000 + guest}`,
      ...(line > lines / 4 && { accountId: 500_000 + guest, email: `guest${guest}@example.com` }),
      store: { code: `${line % 300}`, city: 'Boston', stateProvince: 'MA' },
      walletBalances: [
        { walletCode: '1', label: 'Points', balance: `${line % 900}.50` },
        { walletCode: '7', label: 'Rewards', balance: '5' },
      ],
    }
    yield `${JSON.stringify(body)}\n`
  }
}
