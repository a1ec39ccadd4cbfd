import { startTrackingApi, type TrackingApi } from '../tracking-api'

export const writeKey = 'aWriteKeyForTests'

/** Gives each test of a file a fake of its own, with this write key. */
export function useTrackingApi(): () => TrackingApi {
  let api: TrackingApi
  beforeEach(async () => {
    api = await startTrackingApi({ writeKey })
  })
  afterEach(() => api.close())
  return () => api
}
