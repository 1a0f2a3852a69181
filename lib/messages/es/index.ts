import type { Messages } from '../index'
import { acquire } from './acquire'
import { allow } from './allow'
import { asset } from './asset'
import { common } from './common'
import { compute } from './compute'
import { errors } from './errors'
import { home } from './home'
import { monitor } from './monitor'
import { publish } from './publish'
import { results } from './results'
import { wallet } from './wallet'

export const spanish: Messages = {
  acquire,
  allow,
  asset,
  common,
  compute,
  errors,
  home,
  monitor,
  publish,
  results,
  wallet,
}
