import type { Metadata } from 'next'
import { PublishPage } from '@/components/publish/PublishPage'
import { english } from '@/lib/messages'

export const metadata: Metadata = { title: english.publish.title }

export default function Publish() {
  return <PublishPage />
}
