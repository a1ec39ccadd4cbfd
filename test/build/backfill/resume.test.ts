import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type Disk, systemDisk } from '../../../build/backfill/disk'
import type { Job } from '../../../build/backfill/run'
import { UserError } from '../../../build/system/errors'
import { createDelivery } from '../../../build/tracking-api'
import { writeKey } from '../../fakes/tracking-api/use-tracking-api'
import { noWait } from './history'
import { history, numbers, rejected, textOf, useRuns } from './use-runs'

const { tracking, run, delivered, tracksOnly } = useRuns()

test('what was done is not sent again, and a file that has grown goes on', async () => {
  const name = history([1, 2])
  await run([name])
  appendFileSync(name, `${textOf(3)}\n`)
  expect(await run([name])).toMatchObject({ lines: 3, earlier: 2, calls: 2 })
  expect(delivered()).toEqual([1, 2, 3])
})

test('a last line that was still being written is read anew once it has its end', async () => {
  const whole = textOf(2)
  const name = history([1, whole.slice(0, 30)], '')
  await run([name])
  expect(rejected(name)).toMatchObject([{ line: 2, body: whole.slice(0, 30) }])
  appendFileSync(name, `${whole.slice(30)}\n${textOf(3)}`)
  expect(await run([name])).toMatchObject({ earlier: 1, calls: 4, rejected: 0 })
  expect(delivered()).toEqual([1, 2, 3])
})

test('when Segment cannot be reached, what it has is not sent again by the next run', async () => {
  const name = history(numbers(0, 30))
  const delivery = createDelivery({ writeKey, url: tracking().url, time: noWait() })
  let deliveries = 0
  const failing: Job['delivery'] = {
    deliver(calls, confirmed) {
      deliveries += 1
      if (deliveries > 3) throw new UserError('Segment cannot be reached')
      return delivery.deliver(calls, confirmed)
    },
  }
  await expect(run([name], { ...tracksOnly, rate: 50, delivery: failing })).rejects.toThrow('Segment cannot be reached')
  const before = tracking().accepted.length
  expect(await run([name], tracksOnly)).toMatchObject({ earlier: before, calls: 30 - before })
  expect(delivered()).toEqual(numbers(0, 30))
  expect(before).toBeGreaterThan(0)
})

test('--strict ends at the first rejection, which the next run comes to again', async () => {
  const name = history([...numbers(0, 40), '{"broken', 40])
  await expect(run([name], { isStrict: true })).rejects.toThrow(`${name}:41: column 2: is not valid JSON`)
  expect(rejected(name)).toEqual([])
  writeFileSync(name, readFileSync(name, 'utf8').replace('{"broken', textOf(41)))
  await run([name], { isStrict: true })
  expect(delivered(tracking().received)).toEqual(numbers(0, 42))
})

describe('a full disk', () => {
  const full = async () => {
    throw new UserError('cannot write: the disk is full')
  }

  test.each<[string, (name: string) => Partial<Disk>]>([
    ['the checkpoint', (name) => ({ replace: failsLater(name) })],
    ['the rejected file', () => ({ writeAt: full })],
  ])('for %s ends the run, and the next one loses nothing', async (_, broken) => {
    const name = history([1, '{"broken', ...numbers(2, 40)])
    const disk = { ...systemDisk, ...broken(name) }
    await expect(run([name], { rate: 100, disk })).rejects.toThrow('the disk is full')
    await run([name])
    expect(delivered(tracking().received)).toEqual(numbers(1, 40))
    expect(rejected(name)).toMatchObject([{ line: 2 }])
  })

  /** The first checkpoint can still be written. */
  function failsLater(name: string): Disk['replace'] {
    return (checkpoint, text) => (existsSync(`${name}.checkpoint.json`) ? full() : systemDisk.replace(checkpoint, text))
  }
})

describe('a checkpoint', () => {
  test('of another run, file or target is refused', async () => {
    const [name, other] = [history([1, 2]), history([3, 4])]
    await run([name])
    const checkpointFile = `${name}.checkpoint.json`
    const refusal = (what: string) =>
      `${checkpointFile} ${what}; run the same command as before, name another with --checkpoint, or remove it to start again`
    await expect(run([other], { checkpointFile })).rejects.toThrow(refusal(`belongs to ${name}`))
    await expect(run([name], { identity: { to: 'prod', shard: '1/2' } })).rejects.toThrow(
      refusal('belongs to another run: to was a test and is prod, shard was none and is 1/2'),
    )
    writeFileSync(name, `${textOf(7)}\n${textOf(8)}\n`)
    await expect(run([name])).rejects.toThrow(
      `${name} has changed in lines that were already sent; run it as it was before, name another checkpoint with --checkpoint, or remove ${checkpointFile} to send everything`,
    )
    expect(delivered()).toEqual([1, 2])
  })

  test.each(['{"files":1}', '{"files', ''])('that is none, such as %j, is refused', async (text) => {
    const name = history([1])
    writeFileSync(`${name}.checkpoint.json`, text)
    await expect(run([name])).rejects.toThrow(
      `${name}.checkpoint.json is not a checkpoint of a backfill; name another with --checkpoint, or remove it to start again`,
    )
  })

  test('is followed by files that come later', async () => {
    const [name, other] = [history([1]), history([2])]
    await run([name])
    expect(await run([name, other])).toMatchObject({ earlier: 1, calls: 2 })
    expect(delivered()).toEqual([1, 2])
  })

  test('does not let a rejected file be overwritten that somebody has changed', async () => {
    const name = history(['{"broken'])
    await run([name])
    const entries = readFileSync(`${name}.rejected.ndjson`, 'utf8')
    writeFileSync(`${name}.rejected.ndjson`, entries.replace('"{\\"broken"', textOf(1)))
    appendFileSync(name, '{"broken again\n')
    await expect(run([name])).rejects.toThrow('existed before, or was changed since; move it away')
  })
})

test('once it is to end, what is under way is finished, and the rest is left to the next run', async () => {
  const name = history(numbers(0, 100))
  const controller = new AbortController()
  const delivery = createDelivery({ writeKey, url: tracking().url, time: noWait() })
  const deliver: Job['delivery']['deliver'] = (calls, confirmed) => {
    const underWay = delivery.deliver(calls, confirmed)
    controller.abort()
    return underWay
  }
  await run([name], { ...tracksOnly, rate: 100, signal: controller.signal, delivery: { deliver } })
  const before = tracking().accepted.length
  expect(await run([name], tracksOnly)).toMatchObject({ earlier: before, calls: 100 - before })
  expect(delivered()).toEqual(numbers(0, 100))
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(50)
})
