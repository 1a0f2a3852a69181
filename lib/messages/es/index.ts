import type { Messages } from '../index'
import type { PartialMessages } from '../mergeMessages'
import { common } from './common'
import { home } from './home'
import { wallet } from './wallet'

export const spanish: PartialMessages<Messages> = { common, home, wallet }
