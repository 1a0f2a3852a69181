'use client'
import { useContext } from 'react'
import type { Messages } from './index'
import { MessagesContext } from './MessagesContext'

/** The words of the app in the language of the person: `const { publish: words } = useMessages()`. */
export function useMessages(): Messages {
  return useContext(MessagesContext)
}
