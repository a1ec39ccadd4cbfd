import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** The width of the widest element on the page that is not cut off. */
export function widestOf(page: Page): Promise<unknown> {
  return page.evaluate(
    `Math.max(document.documentElement.scrollWidth, ...[...document.querySelectorAll('main, article, .results, .body-panel, dialog')].map((one) => one.scrollWidth > one.clientWidth ? 9999 : 0))`,
  )
}

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8')

/** The serious and critical findings of axe-core: rule and place. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(`axe.run().then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`)
}
