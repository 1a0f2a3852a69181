import { acquire } from './en/acquire'
import { allow } from './en/allow'
import { asset } from './en/asset'
import { common } from './en/common'
import { compute } from './en/compute'
import { errors } from './en/errors'
import { home } from './en/home'
import { monitor } from './en/monitor'
import { publish } from './en/publish'
import { results } from './en/results'
import { wallet } from './en/wallet'

/** The English catalogue, which every other language has to match. */
export const english = { common, wallet, errors, home, publish, allow, acquire, compute, asset, monitor, results }

/** All words of the app in one language. */
export type Messages = typeof english
