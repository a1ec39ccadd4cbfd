import { sign } from '../../../build/bundle/banner'
import { about } from '../../../build/system/project'
import { steady } from '../segment-api/workspace'
import { useDeployment } from './use-deployment'

const { workspace, savedFunction, codes, calls, deployed } = useDeployment()

describe('code that is not ours', () => {
  const edit = (change: (code: string) => string) => {
    const { id = '', versions = [] } = savedFunction() ?? {}
    workspace().segment.app.editCode(id, change(versions.at(-1)?.code ?? ''))
  }

  test('edited in Segment stops the deployment, with the diff', async () => {
    await deployed()
    edit((code) => code.replace('return paytronix(', 'console.log(1)\n\treturn paytronix('))
    const { code, stdout, stderr } = await workspace().command('deploy --yes')
    expect({ code, stdout, calls: calls() }).toEqual({ code: 1, stdout: '', calls: [] })
    expect(steady(stderr)).toMatchSnapshot()
  })

  test('without our banner stops it too', async () => {
    await deployed()
    edit(() => 'async function onRequest() {}')
    const { code, stderr } = await workspace().command('deploy --yes')
    expect({ code, calls: calls() }).toEqual({ code: 1, calls: [] })
    expect(stderr).toContain("error: the function's code in Segment is not of this project, and deploy would overwrite")
  })

  test('is overwritten with --overwrite-code', async () => {
    await deployed()
    edit((code) => `${code}// mine\n`)
    expect((await workspace().command('deploy --yes --overwrite-code')).code).toBe(0)
    expect(calls()).toEqual(['PATCH /functions/sfnc_<id>', 'POST /functions/sfn_<id>/deploy'])
    expect(codes()?.[0]).toBe(codes()?.at(-1))
  })

  test('does not stop it when it is an older build', async () => {
    await deployed()
    edit(() => sign('async function onRequest() {}\n', { ...about, version: '0.0.1' }))
    expect((await workspace().command('deploy --yes')).code).toBe(0)
  })

  test('built in another repository stops it', async () => {
    await deployed()
    edit(() => sign('async function onRequest() {}\n', { ...about, repository: 'https://example.com/fork' }))
    const { code, stderr } = await workspace().command('deploy --yes')
    expect({ code, calls: calls() }).toEqual({ code: 1, calls: [] })
    expect(stderr).toContain("error: the function's code in Segment was built in another repository, and deploy would")
  })

  test.each([
    ['9.0.0', 'error: Segment has version 9.0.0 of this project, and this checkout builds the older '],
    ['0.10.0-beta.1', 'error: Segment has version 0.10.0-beta.1 of this project, and this checkout builds the older '],
  ])('of the newer version %s stops it, unless --downgrade permits it', async (version, message) => {
    await deployed()
    edit(() => sign('async function onRequest() {}\n', { ...about, version }))
    const { code, stderr } = await workspace().command('deploy --yes')
    expect({ code, calls: calls() }).toEqual({ code: 1, calls: [] })
    expect(stderr).toContain(message)
    expect((await workspace().command('deploy --yes --downgrade')).code).toBe(0)
  })

  test('of a newer version that runs stops it, though an older one is saved', async () => {
    await deployed()
    edit(() => sign('async function onRequest() {}\n', { ...about, version: '9.0.0' }))
    workspace().segment.app.deploy(savedFunction()?.id ?? '')
    edit(() => sign('async function onRequest() {}\n', { ...about, version: '0.0.1' }))
    const { code, stderr } = await workspace().command('deploy --yes')
    expect({ code, calls: calls() }).toEqual({ code: 1, calls: [] })
    expect(stderr).toContain('error: Segment has version 9.0.0 of this project')
  })

  test('does not stop it when only line ends were changed', async () => {
    await deployed()
    edit((code) => `${code.replaceAll('\n', '\r\n')}\r\n`)
    workspace().segment.app.deploy(savedFunction()?.id ?? '')
    expect(await workspace().command('deploy --yes')).toMatchObject({ code: 0, stderr: '' })
    expect(calls()).toEqual([])
  })
})
