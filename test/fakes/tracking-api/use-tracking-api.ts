import { startTrackingApi, type TrackingApi } from '../tracking-api'

export const writeKey = 'aWriteKeyForTests'

/** Gives each test of a file its own fake with this write key. */
export function useTrackingApi(): () => TrackingApi {
  let api: TrackingApi
  beforeEach(async () => {
    api = await startTrackingApi({ writeKey })
  })
  afterEach(() => api.close())
  return () => api
}
