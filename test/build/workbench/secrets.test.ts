import { isSecretName, withoutSecrets } from '../../../build/workbench/secrets'

test.each([
  ['under a secret name', '{"pin": 1234, "a":{"Password" : "x"}}', '{"pin": "…", "a":{"Password" : "…"}}'],
  ['in a section of secrets', '{"oauthTokens":{"a":["x",null,1]}}', '{"oauthTokens":{"a":["…",null,"…"]}}'],
  ['in a list of named values', '[{"name":"password","value":"x"}]', '[{"name":"password","value":"…"}]'],
  ['in JSON text', '{"message":"{\\"pin\\":1,\\"a\\":2}"}', '{"message":"{\\"pin\\":\\"…\\",\\"a\\":2}"}'],
  ['in a form', 'payload={"pin":1}&secret=x&a=1', 'payload=%7B%22pin%22%3A%22%E2%80%A6%22%7D&secret=%E2%80%A6&a=1'],
  ['in JSON that is cut off', '{"pin": 1234, "a":', '{"pin": "…", "a":'],
  ['that is also a secret name', '{"password":"token"}', '{"password":"…"}'],
  ['deeper than can be read', '['.repeat(100_000), '… (nested too deeply to look for secrets)'],
])('a secret %s is hidden', (_, body, shown) => {
  expect(withoutSecrets(body)).toBe(shown)
})

test.each([
  ['its layout and the digits of numbers', '{ "accountId" : 90071992547409931,\n"a":"é\\u00e9" }'],
  ['names that only contain a secret name', '{"opinion":"pinned","secretary":"Ann","shopping":1}'],
  ['metadata, where people look for the type of an event', '{"metadata":{"eventType":"Check-In"}}'],
  ['a form without secrets', 'a=1&b=%20+x'],
  ['a text that is neither JSON nor a form', 'no JSON'],
])('a body keeps %s', (_, body) => {
  expect(withoutSecrets(body)).toBe(body)
})

test.each([
  ...['Authorization', 'proxy-authorization', 'cookie', 'x-api-key', 'x-paytronix-secret', 'X-Hub-Signature-256'],
  ...['api_key', 'clientSecret', 'x-auth-token', 'pin', 'processorAuthCode'],
])('%s is the name of a secret', (name) => {
  expect(isSecretName(name)).toBe(true)
})

test.each(['content-type', 'user-agent', 'accept', 'event', 'x-forwarded-for', 'session', 'cardNumber', 'metadata'])(
  '%s is not the name of a secret',
  (name) => {
    expect(isSecretName(name)).toBe(false)
  },
)
