import { render } from 'preact'
import { warehouseOf } from '../catalog/warehouse'
import type { Detail } from '../dev/protocol'
import { jsonPath } from '../json-path'
import { limits } from '../runtime/limits'

const d = {} as Detail
console.log(warehouseOf(d.sent), jsonPath([]), limits)
const root = document.getElementById('workbench')
if (root) render(<p>hello</p>, root)
