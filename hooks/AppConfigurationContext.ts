'use client'
import { createContext } from 'react'
import type { AppConfiguration } from '@/lib/networks'

/** The run-time configuration as the server handed it over. */
export const AppConfigurationContext = createContext<AppConfiguration | undefined>(undefined)
