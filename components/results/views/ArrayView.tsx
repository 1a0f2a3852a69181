'use client'

import { Slider, Switch } from '@mantine/core'
import { type Ref, useMemo, useState } from 'react'
import { useMessages } from '@/lib/messages/useMessages'
import type { ArrayResult } from '@/lib/results/types'
import type { Legend } from '../model/parseLegend'
import { tableSourceOfArray } from '../model/tableSource'
import { countSlices, toGrid, trueShape } from '../model/toGrid'
import { toNumbers } from '../model/toNumbers'
import { isClassMap, type ViewId } from '../model/viewsOf'
import { Histogram } from '../plots/Histogram'
import { LinePlot } from '../plots/LinePlot'
import type { PlotHandle } from '../plots/PlotCanvas'
import type { BraninReference } from '../useBraninReference'
import styles from './ArrayView.module.css'
import { GridView } from './GridView'
import { SummaryView } from './SummaryView'
import { VirtualTable } from './VirtualTable'

type ArrayViewProps = {
  view: ViewId
  result: ArrayResult
  branin: BraninReference
  name: string
  legend?: Legend | undefined
  ref?: Ref<PlotHandle>
}

/** An array in one of its views. */
export function ArrayView({ view, result, branin, name, legend, ref }: ArrayViewProps) {
  const t = useMessages().results
  const [layer, setLayer] = useState(0)
  const layers = countSlices(result.shape)
  const grid = useMemo(() => toGrid(result, layer), [result, layer])
  const layered = layers > 1 && (view === 'surface' || view === 'heatMap' || view === 'table')
  return (
    <div className={styles.array}>
      {layered ? (
        <div className={styles.layer}>
          <span>{t.plot.layerOf(layer + 1, layers)}</span>
          <Slider
            min={0}
            max={layers - 1}
            value={layer}
            onChange={setLayer}
            label={(value) => value + 1}
            thumbLabel={t.plot.layer}
          />
        </div>
      ) : null}
      {branin.possible && (view === 'surface' || view === 'heatMap') ? (
        <Switch
          label={t.branin.compare}
          checked={branin.shown}
          onChange={(event) => branin.setShown(event.currentTarget.checked)}
        />
      ) : null}
      <ArrayContent {...{ view, result, branin, name, legend, layer, grid }} {...(ref ? { ref } : {})} />
      {result.elements === 'complex' && view !== 'summary' && view !== 'table' ? (
        <p className={styles.note}>{t.plot.realPart}</p>
      ) : null}
    </div>
  )
}

type ArrayContentProps = ArrayViewProps & { layer: number; grid: ReturnType<typeof toGrid> }

function ArrayContent({ view, result, branin, name, legend, ref, layer, grid }: ArrayContentProps) {
  const t = useMessages().results
  const numbers = useMemo(() => toNumbers(result), [result])
  const source = useMemo(() => tableSourceOfArray(result, layer), [result, layer])
  const integer = result.elements === 'integer' || result.elements === 'boolean'
  switch (view) {
    case 'surface':
    case 'heatMap':
    case 'difference':
      return grid ? (
        <GridView
          kind={view}
          grid={grid}
          branin={branin}
          categorical={isClassMap(result)}
          name={name}
          legend={legend}
          {...(ref ? { ref } : {})}
        />
      ) : null
    case 'line':
      return trueShape(result.shape).length === 1 ? (
        <LinePlot values={numbers} label={name} {...(ref ? { ref } : {})} />
      ) : null
    case 'histogram':
      return <Histogram values={numbers} integer={integer} label={name} {...(ref ? { ref } : {})} />
    case 'table':
      return <VirtualTable source={source} label={t.table.label(name)} />
    default:
      return <SummaryView result={result} />
  }
}
