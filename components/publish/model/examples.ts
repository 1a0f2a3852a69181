import { type AssetForm, emptyAssetForm, type PublishForm } from './form'

export const exampleNames = ['branin', 'grayscale', 'iris', 'linecount'] as const
export type ExampleName = (typeof exampleNames)[number]

export type ExampleTexts = {
  dataset: { name: string; description: string }
  algorithm: { name: string; description: string }
}

const files: Record<ExampleName, { data: string; algorithm: string; container: string; tags: string[] }> = {
  branin: { data: 'branin.arff', algorithm: 'gpr.py', container: 'branin', tags: ['regression', 'example'] },
  grayscale: { data: 'peppers.png', algorithm: 'grayscale.py', container: 'branin', tags: ['image', 'example'] },
  iris: { data: 'iris.csv', algorithm: 'iris.py', container: 'branin', tags: ['classification', 'example'] },
  linecount: { data: 'iris.csv', algorithm: 'linecount.py', container: 'panda', tags: ['example'] },
}

/**
 * A filled-in form for one of the samples the app serves.
 *
 * @param origin - Where the app is served; the Provider fetches the samples from there.
 */
export function fillExample(
  name: ExampleName,
  { origin, texts, current }: { origin: string; texts: ExampleTexts; current: PublishForm },
): PublishForm {
  const { data, algorithm, container, tags } = files[name]
  const fill = (type: AssetForm['type'], file: string): AssetForm => {
    const empty = emptyAssetForm(type)
    return {
      ...empty,
      ...texts[type],
      license: 'CC0: Public Domain',
      tags,
      file: { ...empty.file, location: `${origin}/samples/${file}` },
    }
  }
  return {
    ...current,
    published: {},
    dataset: fill('dataset', data),
    algorithm: {
      ...fill('algorithm', algorithm),
      container: { ...emptyAssetForm('algorithm').container, preset: container },
    },
  }
}
