type Operation = { summary?: string; description?: string }

/** As much of an OpenAPI document as a person wants to see at a glance. */
export type ApiDocument = {
  info: { title: string; version: string; description?: string }
  paths: Record<string, Record<string, Operation>>
}

const encodeText = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** A page that lists what a service offers, and where its description for machines is. */
export function renderApiDocs({ info, paths }: ApiDocument): string {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary = '', description = '' }]) => {
      const cells = [method.toUpperCase(), path, summary || description].map((cell) => `<td>${encodeText(cell)}</td>`)
      return `<tr>${cells.join('')}</tr>`
    }),
  )
  const title = encodeText(`${info.title} ${info.version}`)
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
<h1>${title}</h1>
<p>${encodeText(info.description ?? '')} For machines: <a href="/spec">/spec</a>.</p>
<table><thead><tr><th>Method</th><th>Path</th><th>What for</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
</body>
</html>
`
}
