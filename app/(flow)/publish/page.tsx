import { titlePage } from '@/app/titlePage'
import { PublishPage } from '@/components/publish/PublishPage'

export const generateMetadata = titlePage((words) => words.publish.title)

export default function Publish() {
  return <PublishPage />
}
