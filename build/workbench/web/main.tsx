import { render } from 'preact'
import { WorkbenchPage } from './workbench'

const root = document.getElementById('workbench')
if (root !== null) render(<WorkbenchPage />, root)
