import { render } from 'preact'
import { Workbench } from './workbench'

const root = document.getElementById('workbench')
if (root !== null) render(<Workbench />, root)
