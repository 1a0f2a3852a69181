import type { AlgorithmDraft, DatasetDraft } from '@/lib/ocean'

/** The tutorial's dataset: Branin's function on a grid, as ARFF. */
export const braninDataset = (samplesUrl: string): DatasetDraft => ({
  type: 'dataset',
  name: 'Branin dataset',
  description: 'Values of Branin’s function on a 15 by 15 grid.',
  files: [{ type: 'url', url: `${samplesUrl}/branin.arff`, method: 'get' }],
})

/** The tutorial's algorithm: a Gaussian process fitted to the dataset. */
export const gaussianProcess = (samplesUrl: string): AlgorithmDraft => ({
  type: 'algorithm',
  name: 'Gaussian process',
  description: 'Fits a Gaussian process and returns its predictions as a pickled array.',
  files: [{ type: 'url', url: `${samplesUrl}/gpr.py`, method: 'get' }],
  algorithm: {
    language: 'python',
    format: 'docker-image',
    version: '0.1',
    container: {
      entrypoint: 'python $ALGO',
      image: 'oceanprotocol/algo_dockers',
      tag: 'python-branin',
      checksum: 'sha256:8221d20c1c16491d7d56b9657ea09082c0ee4a8ab1a6621fa720da58b09580e4',
    },
  },
})
