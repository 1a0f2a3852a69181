import type { Metadata } from 'next'
import type { Messages } from '@/lib/messages'
import { loadMessages } from '@/lib/messages/loadMessages'
import { getLocale } from './getLocale'

/** The title of a page's tab, in the language of the visit. */
export const titlePage = (title: (words: Messages) => string) => async (): Promise<Metadata> => ({
  title: title(await loadMessages(await getLocale())),
})
