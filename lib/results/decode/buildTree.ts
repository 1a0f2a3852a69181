import type { TreeNode } from '../types'

export type Description<Value> = {
  type: string
  text: string
  length?: number
  /** Members in order; read only as far as the budget goes. */
  members?: Iterable<readonly [key: string, value: Value]>
}

/** Deeper trees could not be cloned, and nobody looks there. */
const depthLimit = 100

/**
 * Describes a value breadth first, without recursion. Objects met again become references, so cycles and shared values cost
 * one node each time; what exceeds the budget is counted, not visited.
 */
export function buildTree<Value>(
  root: Value,
  describe: (value: Value) => Description<Value>,
  limits: { nodes: number; membersPerNode: number },
): TreeNode {
  const seen = new Map<Value & object, TreeNode>()
  let nextId = 1
  let nodes = 0
  const make = (
    value: Value,
    depth: number,
  ): { node: TreeNode; members: Description<Value>['members']; depth: number } => {
    nodes += 1
    if (isObject(value)) {
      const known = seen.get(value)
      if (known) {
        known.id ??= nextId++
        return { node: { type: known.type, text: known.text, sameAs: known.id }, members: undefined, depth }
      }
    }
    const { type, text, length, members } = describe(value)
    const node: TreeNode = { type, text, ...(length === undefined ? {} : { length }) }
    if (isObject(value) && members) seen.set(value, node)
    return { node, members, depth }
  }
  const first = make(root, 0)
  const queue = [first]
  for (let at = 0; at < queue.length; at += 1) {
    const { node, members, depth } = queue[at] as (typeof queue)[number]
    if (!members) continue
    if (depth >= depthLimit) {
      if (node.length) node.omitted = node.length
      continue
    }
    node.children = []
    for (const [key, value] of members) {
      if (nodes >= limits.nodes || node.children.length >= limits.membersPerNode) break
      const child = make(value, depth + 1)
      node.children.push({ key, node: child.node })
      queue.push(child)
    }
    const omitted = (node.length ?? node.children.length) - node.children.length
    if (omitted > 0) node.omitted = omitted
  }
  return first.node
}

function isObject<Value>(value: Value): value is Value & object {
  return typeof value === 'object' && value !== null
}
