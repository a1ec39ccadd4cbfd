import net from 'node:net'
import tls from 'node:tls'

// Addresses for documentation (RFC 5737), which lead nowhere.
const elsewhere = '192.0.2.1'

test.each<[string, () => unknown]>([
  ['a socket by port and host', () => net.connect(80, elsewhere)],
  ['a socket by options', () => net.connect({ port: 80, host: elsewhere })],
  ['a secure socket', () => tls.connect({ port: 443, host: elsewhere })],
])('%s to another machine is refused', (_, reach) => {
  expect(reach).toThrow('a test tried to reach 192.0.2.1')
})

test('a request to another machine is refused', async () => {
  await expect(fetch(`http://${elsewhere}/`)).rejects.toMatchObject({
    cause: { message: 'a test tried to reach 192.0.2.1' },
  })
})
