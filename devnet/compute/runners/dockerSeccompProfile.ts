import { allowedSystemCalls } from './allowedSystemCalls'
import { newNamespaces, socketFamilies, socketProtocols } from './buildSeccompFilter'

const allow = 'SCMP_ACT_ALLOW'
const refuse = 'SCMP_ACT_ERRNO'
const EPERM = 1
const ENOSYS = 38

/** The same filter as a profile for Docker, in place of its own, which allows more. One architecture only: the engine's. */
export const dockerSeccompProfile: string = JSON.stringify({
  defaultAction: refuse,
  defaultErrnoRet: EPERM,
  syscalls: [
    { names: [...Object.keys(allowedSystemCalls), 'ioctl'], action: allow },
    {
      names: ['clone'],
      action: allow,
      args: [{ index: 0, value: newNamespaces, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' }],
    },
    { names: ['clone3'], action: refuse, errnoRet: ENOSYS },
    ...socketFamilies.flatMap((family) =>
      socketProtocols.map((protocol) => ({
        names: ['socket'],
        action: allow,
        args: [
          { index: 0, value: family, op: 'SCMP_CMP_EQ' },
          { index: 2, value: protocol, op: 'SCMP_CMP_EQ' },
        ],
      })),
    ),
  ],
})
