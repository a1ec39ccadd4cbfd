import { addFunction } from './functions'
import { functionWith, instancesOf, sourceWith } from './lookup'
import type { CreateFunction, CreateSource, CreateTrackingPlan } from './schemas'
import { addSource } from './sources'
import type { Discard, FunctionClass, Receipt, Source, TrackingPlan } from './state'
import { addTrackingPlan } from './tracking-plans'
import { addVersion, deploy } from './transitions'
import type { Availability, World } from './world'

/** The actions of people in Segment's app, also to prepare a test. They make no requests and have no limits. */
export interface SegmentApp {
  /** Adds a source function that is not deployed. Default name: 'Other function'. */
  addFunction(input?: Partial<CreateFunction>): FunctionClass
  /** Adds functions named 'Other function 1' and so on. */
  addFunctions(count: number): void
  /** Adds a connected instance of a function. It is enabled and not deployed. */
  addInstance(fn: FunctionClass, input?: Partial<CreateSource> & { name?: string }): Source
  /** Adds sources of Segment's catalog, with the slugs 'other-source-1' and so on. */
  addSources(count: number): void
  addTrackingPlan(input?: Partial<CreateTrackingPlan>): TrackingPlan
  /** Saves new code in the editor. */
  editCode(functionId: string, code: string): void
  /** Deploys the latest version to every instance, like the editor's button. */
  deploy(functionId: string): void
  setEnabled(sourceId: string, enabled: boolean): void
  /** Replaces the discarded events of a source. The default time is now. */
  setDiscards(
    sourceId: string,
    discards: readonly (Pick<Discard, 'count' | 'discardReason'> & Partial<Discard>)[],
  ): void
  /** Replaces what was received from a source. The default time is now. */
  setReceipts(sourceId: string, receipts: readonly (Pick<Receipt, 'count'> & Partial<Receipt>)[]): void
  /** Removes or restores alpha and beta endpoints. */
  setAvailability(availability: Partial<Availability>): void
}

export function appOf(world: World): SegmentApp {
  const { state } = world
  const defaults: CreateFunction = { code: '// other', displayName: 'Other function', resourceType: 'SOURCE' }
  let sources = 0
  const nextSource = () => {
    sources += 1
    return { slug: `other-source-${sources}`, enabled: true }
  }
  return {
    addFunction: (input) => addFunction(world, { ...defaults, ...input }),
    addFunctions(count) {
      for (let n = 1; n <= count; n += 1) addFunction(world, { ...defaults, displayName: `Other function ${n}` })
    },
    addInstance({ catalogId }, { name, ...input } = {}) {
      const source = addSource(world, { ...nextSource(), metadataId: catalogId, ...input })
      return name === undefined ? source : Object.assign(source, { name })
    },
    addSources(count) {
      for (let n = 1; n <= count; n += 1) addSource(world, { ...nextSource(), metadataId: 'catalogCatalogCatalog1' })
    },
    addTrackingPlan: (input) => addTrackingPlan(world, { name: 'Other plan', type: 'LIVE', ...input }),
    editCode: (id, code) => void addVersion(world, functionWith(state, id), code, 'someone'),
    deploy(id) {
      const fn = functionWith(state, id)
      for (const source of instancesOf(state, fn)) deploy(world, fn, source)
    },
    setEnabled: (id, enabled) => void Object.assign(sourceWith(state, id), { enabled }),
    setDiscards(sourceId, discards) {
      const kept = state.discards.filter((discard) => discard.sourceId !== sourceId)
      state.discards = [...kept, ...discards.map((discard) => ({ sourceId, time: world.now(), ...discard }))]
    },
    setReceipts(sourceId, receipts) {
      const kept = state.receipts.filter((receipt) => receipt.sourceId !== sourceId)
      state.receipts = [...kept, ...receipts.map((receipt) => ({ sourceId, time: world.now(), ...receipt }))]
    },
    setAvailability: (availability) => void Object.assign(world.availability, availability),
  }
}
