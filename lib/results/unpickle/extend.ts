import type { Machine } from './Machine'
import { PickleError } from './PickleError'
import { PyDeque } from './values/PyDeque'
import { PyDict } from './values/PyDict'
import { PyObject } from './values/PyObject'
import { PySet } from './values/PySet'
import type { PyValue } from './values/PyValue'

/** Appends to the list on top of the stack; other classes only record what would be appended. */
export function appendItems(machine: Machine, items: readonly PyValue[]): void {
  const target = machine.top()
  const list = Array.isArray(target) ? target : target instanceof PyDeque ? target.items : recorded(target)
  if (!list) throw new PickleError('arguments', 'nothing can be appended here')
  for (const item of items) list.push(item)
  if (target instanceof PyDeque && target.maxLength !== null && list.length > target.maxLength) {
    list.splice(0, list.length - target.maxLength)
  }
}

/** Adds to the set on top of the stack. */
export function addItems(machine: Machine, items: readonly PyValue[]): void {
  const target = machine.top()
  if (target instanceof PySet && !target.frozen) {
    for (const item of items) target.add(item)
    return
  }
  const list = recorded(target)
  if (!list) throw new PickleError('arguments', 'nothing can be added here')
  for (const item of items) list.push(item)
}

/** Sets keys and values, given one after the other, on the dictionary on top of the stack. */
export function setPairs(machine: Machine, members: readonly PyValue[]): void {
  const target = machine.top()
  if (members.length % 2) throw new PickleError('arguments', 'a key without a value')
  if (!(target instanceof PyDict) && !(target instanceof PyObject))
    throw new PickleError('arguments', 'no keys can be set here')
  if (target instanceof PyObject) target.pairs ??= []
  for (let at = 0; at < members.length; at += 2) {
    const key = members[at] as PyValue
    const value = members[at + 1] as PyValue
    if (target instanceof PyDict) target.set(key, value)
    else target.pairs?.push([key, value])
  }
}

function recorded(target: PyValue): PyValue[] | undefined {
  if (!(target instanceof PyObject)) return undefined
  target.items ??= []
  return target.items
}
