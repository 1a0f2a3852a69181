'use client'
import { Button, Modal } from '@mantine/core'
import { formatEther, hexToBytes, hexToString } from 'viem'
import { CopyableText } from '@/components/ui/CopyableText'
import { KeyValueList } from '@/components/ui/KeyValueList'
import { flowStore } from '@/hooks/flowStore'
import { useNetwork } from '@/hooks/useNetwork'
import { type ApprovalRequest, approvals } from '@/lib/localWallet/approvals'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './LocalWalletPrompt.module.css'

/** One question of a built-in wallet. */
export function LocalWalletPrompt({ request }: { request: ApprovalRequest }) {
  const { wallet, common } = useMessages()
  const words = wallet.confirm
  const facts = useFacts(request.action)
  const purpose = flowStore.getSigning()?.purpose
  const { title, body } = {
    message: { title: words.messageTitle, body: words.messageBody },
    typedData: { title: words.typedTitle, body: words.typedBody },
    transaction: { title: words.transactionTitle, body: words.transactionBody },
  }[request.action.type]
  const reject = () => approvals.answer(request.id, false)
  return (
    <Modal opened onClose={reject} title={title} closeButtonProps={{ 'aria-label': common.close }}>
      <div className={classes.body}>
        <p>{body}</p>
        <KeyValueList
          items={[
            ...(purpose ? [{ label: words.for, value: common.budget.purposes[purpose] }] : []),
            {
              label: words.account,
              value: (
                <>
                  {request.account.name} <CopyableText value={request.account.address} label={words.account} keep={5} />
                </>
              ),
            },
            ...facts,
          ]}
        />
        <div className={classes.actions}>
          <Button variant="default" onClick={reject}>
            {words.reject}
          </Button>
          <Button onClick={() => approvals.answer(request.id, true)} data-autofocus>
            {words.approve}
          </Button>
        </div>
        <p className={classes.note}>{words.builtIn}</p>
      </div>
    </Modal>
  )
}

function useFacts(action: ApprovalRequest['action']) {
  const { confirm: words } = useMessages().wallet
  const network = useNetwork()
  if (action.type === 'message') return [describeMessage(action.message, words)]
  if (action.type === 'typedData')
    return [{ label: words.data, value: <pre className={classes.text}>{format(action.data)}</pre> }]
  const known = Object.entries(network.contracts).find(
    ([, address]) => address?.toLowerCase() === action.to?.toLowerCase(),
  )
  const size = action.data ? (action.data.length - 2) / 2 : 0
  return [
    {
      label: words.to,
      value: action.to ? (
        <>
          {known ? `${known[0]} ` : ''}
          <CopyableText value={action.to} label={words.to} keep={5} />
        </>
      ) : (
        words.newContract
      ),
    },
    { label: words.value, value: `${formatEther(action.value)} ${network.nativeCurrency.symbol}` },
    ...(size > 0 ? [{ label: words.data, value: `${action.data?.slice(0, 10)}… (${words.bytes(size)})` }] : []),
  ]
}

function describeMessage(message: `0x${string}`, words: { message: string; fingerprint: string }) {
  if (hexToBytes(message).length === 32)
    return { label: words.fingerprint, value: <CopyableText value={message} label={words.fingerprint} keep={10} /> }
  return { label: words.message, value: <pre className={classes.text}>{hexToString(message)}</pre> }
}

function format(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2)
  } catch {
    return json
  }
}
