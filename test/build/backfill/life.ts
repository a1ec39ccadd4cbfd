import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Disk } from '../../../build/backfill/disk'
import type { Delivery } from '../../../build/tracking-api'

/** A process that is killed at its n-th step: from then on nothing it tries has any effect. */
export class Life {
  #steps: number

  constructor(steps: number) {
    this.#steps = steps
  }

  step(): void {
    this.#steps -= 1
    if (this.#steps < 0) throw new Error('killed')
  }

  /** Writes as far as it comes, and does not wait for the disk to have it: only the process dies, not the machine. */
  disk(): Disk {
    return {
      replace: async (name, text) => {
        this.step()
        writeFileSync(`${name}.tmp`, text)
        this.step()
        renameSync(`${name}.tmp`, name)
        this.step()
      },
      writeAt: async (name, position, text) => {
        this.step()
        const before = existsSync(name) ? readFileSync(name, 'utf8').slice(0, position) : ''
        writeFileSync(name, before + text.slice(0, text.length / 2))
        this.step()
        writeFileSync(name, before + text)
        this.step()
      },
    }
  }

  delivery({ deliver }: Delivery): Delivery {
    return {
      deliver: async (calls, confirmed) => {
        this.step()
        const outcomes = await deliver(calls)
        this.step()
        for (const [index, outcome] of outcomes.entries()) confirmed?.(index, outcome)
        return outcomes
      },
    }
  }
}
