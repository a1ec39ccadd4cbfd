import type { Random } from './random'

/** An invented guest, known by a number. */
export interface Guest {
  readonly number: number
  /** As digits. */
  readonly card: string
  readonly accountId: number
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly phone: string
}

const firstNames = ['Dana', 'Marco', 'Amina', 'Élodie', 'Ida', 'Søren', 'Nguyễn', '美咲', 'Jo']
const lastNames = ['Whitcombe', 'Reyes', "O'Rourke", 'Diallo-Frost', 'van der Berg', '李', 'Lund “Lu”', 'Ames']
const firstAccount = 51_800_000

/** Guests by their numbers, from 0. Each two have cards that differ by a leading zero, and nothing else. */
export function makeGuests(count: number, random: Random): Guest[] {
  return Array.from({ length: count }, (_, number) => {
    const pair = Math.floor(number / 2)
    return {
      number,
      card: `${number % 2 === 0 ? '' : '0'}057310${String(pair).padStart(8, '0')}`,
      accountId: firstAccount + number,
      firstName: random.pick(firstNames),
      lastName: random.pick(lastNames),
      email: `guest-${number}@example.com`,
      phone: `207555${String(number).padStart(4, '0')}`,
    }
  })
}
