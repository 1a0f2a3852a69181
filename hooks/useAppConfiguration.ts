'use client'
import { useContext } from 'react'
import type { AppConfiguration } from '@/lib/networks'
import { AppConfigurationContext } from './AppConfigurationContext'

/** The run-time configuration: all networks and the default one. */
export function useAppConfiguration(): AppConfiguration {
  const configuration = useContext(AppConfigurationContext)
  if (!configuration) throw new Error('useAppConfiguration needs the providers of app/providers.tsx around it')
  return configuration
}
