import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** The width of the widest element on the page that is not cut off. */
export function widestOf(page: Page): Promise<unknown> {
  return page.evaluate(
    `Math.max(document.documentElement.scrollWidth, ...[...document.querySelectorAll('main, article, .results, .body-panel, dialog')].map((one) => one.scrollWidth > one.clientWidth ? 9999 : 0))`,
  )
}

/**
 * The words that stand on more than one line. Those that no line could hold may, and a path may break between its keys,
 * which are texts of their own.
 */
export function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const broken = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      if (node.parentElement.closest('.long, textarea, option, script, style') !== null) continue
      for (const { 0: word, index } of node.data.matchAll(/\\S+/g)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        const tops = [...range.getClientRects()].map(({ top }) => Math.round(top))
        if (Math.max(...tops) - Math.min(...tops) > 3) broken.push(word)
      }
    }
    return broken
  })()`)
}

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8')

/** The serious and critical findings of axe-core: rule and place. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(`axe.run().then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`)
}
