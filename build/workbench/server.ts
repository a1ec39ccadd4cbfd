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
 * Serves on this machine alone.
 * @param port 0 takes any that is free.
 * @throws UserError when another program has the port.
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
        // A stream of events would otherwise never end.
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function explained(error: Error, port: number): Error {
  const code = codeOf(error)
  if (code === 'EADDRINUSE') return new UserError(`port ${port} is in use; choose another one with --port`)
  if (code === 'EACCES') return new UserError(`port ${port} may not be used; choose one above 1023 with --port`)
  return error
}
