import { NotFound } from '@/components/home/NotFound'
import { titlePage } from './titlePage'

export const generateMetadata = titlePage((words) => words.common.notFound.title)

export default function NotFoundPage() {
  return <NotFound />
}
