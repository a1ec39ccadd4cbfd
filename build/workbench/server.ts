import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { codeOf, UserError } from '../system/errors'
import { type AppOptions, createApp } from './app'

export interface DevServer {
  /** `http://127.0.0.1:8787`. */
  readonly address: string
  close(): Promise<void>
}

/**
 * Serves only on this machine.
 * @param port 0 means any free port.
 * @throws UserError when another program uses the port.
 */
export async function serve(options: AppOptions, port: number): Promise<DevServer> {
  const server = createAdaptorServer({ fetch: createApp(options).fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explained(error, port)))
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: taken } = server.address() as AddressInfo // a server that listens on a port has one
  return {
    address: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Otherwise a stream of events would never end.
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function explained(error: Error, port: number): Error {
  const code = codeOf(error)
  if (code === 'EADDRINUSE') return new UserError(`port ${port} is in use; choose another one with --port`)
  if (code === 'EACCES')
    return new UserError(`port ${port} needs special permissions; choose one above 1023 with --port`)
  return error
}
