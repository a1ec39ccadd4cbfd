/** A text of the code as it reads in Markdown: what Markdown would take for its own is escaped. */
export function prose(text: string): string {
  return text.replace(/[<|*[\]]|(?<![A-Za-z0-9])_/g, '\\$&')
}

/** A name as code. */
export function code(name: string): string {
  return `\`${name}\``
}

/** Names as code, with commas. */
export function codes(names: readonly string[]): string {
  return names.map(code).join(', ')
}

/** A table of cells that are Markdown already. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ')
  return [line(headings), `|${headings.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')
}

/** A block of code. */
export function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``
}

/** What a reader opens when it is wanted. */
export function folded(summary: string, content: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`
}

/** A link to a heading of the same document, as GitHub names it. */
export function linkTo(heading: string): string {
  const anchor = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
  return `[${heading}](#${anchor})`
}

/** Paragraphs, tables and blocks, one after the other; empty ones are left out. */
export function documentOf(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** The first line of every document that is made of the code. */
export const generated = '<!-- Written by `npm run docs`, from the code. Change the code, not this. -->'
