'use client'
import { createContext } from 'react'
import { english } from './index'

/** The catalogue of the chosen language. */
export const MessagesContext = createContext(english)
