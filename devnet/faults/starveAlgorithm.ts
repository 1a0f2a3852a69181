import type { ComputeWorkflow } from '../compute/types'

/** The same job, whose algorithm asks for more memory than any machine has before it does anything else. */
export function starveAlgorithm(workflow: ComputeWorkflow): ComputeWorkflow {
  const { algorithm } = workflow
  const { container } = algorithm
  const [interpreter = ''] = container.entrypoint.trim().split(/\s+/)
  const entrypoint = interpreter.startsWith('python')
    ? `${interpreter} -c 'bytearray(1 << 50)' $ALGO`
    : 'echo MemoryError; exit 1; $ALGO'
  return { ...workflow, algorithm: { ...algorithm, container: { ...container, entrypoint } } }
}
