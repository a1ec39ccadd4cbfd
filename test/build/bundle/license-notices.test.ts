import { licenseNotices } from '../../../build/bundle/license-notices'

test('files of the project need no notice', () => {
  expect(licenseNotices(['functions/events.ts', 'build/bundle/stubs/os.ts'])).toBe('')
})

test.each([
  [
    'its license file',
    'node_modules/ts-custom-error/dist/custom-error.mjs',
    'ts-custom-error',
    '(c) 2019 Adrien Gibrat',
  ],
  ['its readme', 'node_modules/@segment/actions-core/dist/esm/get.js', '@segment/actions-core', '(c) 2025 Segment'],
])('the license of a package is taken from %s', (_, file, name, copyright) => {
  const notice = licenseNotices([file, file, 'functions/events.ts'])
  expect(notice).toMatch(/^\/\*\n.*\n\*\/\n$/s)
  expect(notice.match(/^[\w@/-]+ \d+\.\d+\.\d+$/gm)).toEqual([expect.stringContaining(`${name} `)])
  expect(notice).toContain(copyright)
  expect(notice).toContain('Permission is hereby granted, free of charge')
  expect(notice).toContain('WITHOUT WARRANTY OF ANY KIND')
})
