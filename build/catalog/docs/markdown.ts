/** Escapes plain text for Markdown. */
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

/** A table. The cells are already Markdown. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ')
  return [line(headings), `|${headings.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')
}

/** A block of code. */
export function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``
}

/** A part that is closed until the reader opens it. */
export function folded(summary: string, content: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`
}

/** A link to a heading of the same document, with GitHub's anchor. */
export function linkTo(heading: string): string {
  const anchor = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
  return `[${heading}](#${anchor})`
}

/** Joins paragraphs, tables and blocks; leaves out empty ones. */
export function documentOf(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** The first line of every generated document. */
export const generated = '<!-- Written by `npm run docs`, from the code. Change the code, not this. -->'
