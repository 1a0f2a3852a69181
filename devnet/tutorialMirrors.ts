/**
 * The addresses under which Ocean's tutorials publish data set and algorithm, answered from the samples in this
 * repository: a tutorial runs word for word on a machine without internet.
 */
export function tutorialMirrors(folder: string): { prefix: string; folder: string }[] {
  const examples = 'https://raw.githubusercontent.com/oceanprotocol/c2d-examples'
  return ['branin_and_gpr', 'peppers', 'iris_and_logisitc_regression'].flatMap((example) =>
    ['main', 'master'].map((branch) => ({ prefix: `${examples}/${branch}/${example}/`, folder })),
  )
}
