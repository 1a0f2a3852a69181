/** How many faults a tree of them holds. */
export function countProblems(tree: unknown): number {
  if (typeof tree !== 'object' || tree === null) return 0
  if ('code' in tree) return 1
  return Object.values(tree).reduce<number>((sum, branch) => sum + countProblems(branch), 0)
}
