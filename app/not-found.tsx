import { NotFound } from '@/components/home/NotFound'

export default function NotFoundPage() {
  return <NotFound />
}
