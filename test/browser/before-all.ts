import { requireBrowser } from './chromium'

/** Without a browser, prints one error instead of one per test. */
export default requireBrowser
