import type { Messages } from '../index'
import type { PartialMessages } from '../mergeMessages'
import { common } from './common'
import { home } from './home'
import { publish } from './publish'
import { wallet } from './wallet'

export const spanish: PartialMessages<Messages> = { common, home, publish, wallet }
