import { Page } from '@/components/ui/Page'
import { PageHeader } from '@/components/ui/PageHeader'
import { english } from '@/lib/messages'
import type { ConfigurationProblem } from '@/lib/parseConfiguration'

/** Shown instead of the app while it does not know its network. For whoever runs it. */
export function ConfigurationProblems({ problems }: { problems: readonly ConfigurationProblem[] }) {
  const words = english.common.configuration
  return (
    <main>
      <Page width="narrow">
        <PageHeader title={words.title} lead={words.body} />
        <ul>
          {problems.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      </Page>
    </main>
  )
}
