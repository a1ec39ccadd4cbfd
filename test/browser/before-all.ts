import { requireBrowser } from './chromium'

/** Without a browser one line says so, rather than every test. */
export default requireBrowser
