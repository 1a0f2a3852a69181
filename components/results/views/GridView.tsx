'use client'

import { SegmentedControl } from '@mantine/core'
import dynamic from 'next/dynamic'
import { type Ref, useCallback, useMemo, useState } from 'react'
import { Notice } from '@/components/ui/Notice'
import { useMessages } from '@/lib/messages/useMessages'
import { describeNumbers } from '../model/describeNumbers'
import { formatNumber } from '../model/formatNumber'
import type { NumericGrid } from '../model/NumericGrid'
import type { Legend } from '../model/parseLegend'
import { thinGrid } from '../model/thinGrid'
import type { SurfaceMode } from '../plots/createSurfaceFigure'
import { HeatMap } from '../plots/HeatMap'
import type { PlotHandle } from '../plots/PlotCanvas'
import type { BraninReference } from '../useBraninReference'
import styles from './GridView.module.css'

const Surface3D = dynamic(() => import('../plots/Surface3D'), {
  ssr: false,
  loading: () => <div className={styles.coming} />,
})

/** More cells than this along one axis make a 3D plot crawl. */
const surfaceLimit = 200

type GridViewProps = {
  kind: 'surface' | 'heatMap' | 'difference'
  grid: NumericGrid
  branin: BraninReference
  categorical: boolean
  name: string
  legend?: Legend | undefined
  ref?: Ref<PlotHandle>
}

/** A 2-D array as a picture: 3D, heat map, or its distance from the true surface. */
export function GridView({ kind, grid, branin, categorical, name, legend, ref }: GridViewProps) {
  const t = useMessages().results
  const [mode, setMode] = useState<SurfaceMode>('surface')
  const [flat, setFlat] = useState(false)
  const onUnavailable = useCallback(() => setFlat(true), [])
  const { comparison } = branin
  const placed = useMemo(() => (categorical ? placeGrid(grid, legend) : grid), [grid, legend, categorical])
  const shown = comparison?.grid ?? placed
  const drawn = useMemo(() => thinGrid(shown, surfaceLimit), [shown])
  const text = useMemo(
    () =>
      comparison
        ? {
            title: t.branin.title,
            x: t.branin.x,
            y: t.branin.y,
            value: t.branin.z,
            reference: t.branin.data,
            points: t.branin.model,
          }
        : {
            title: t.surface.title,
            x: shown.x && legend?.axes ? legend.axes[0].title : t.axes.column,
            y: shown.y && legend?.axes ? legend.axes[1].title : t.axes.row,
            value: t.axes.value,
            reference: '',
            points: t.surface.points,
          },
    [comparison, t, shown, legend],
  )
  const axes = useMemo(() => ({ x: text.x, y: text.y, value: text.value }), [text])
  const residualAxes = useMemo(() => ({ ...axes, value: t.branin.residual }), [axes, t])
  const fit = comparison && {
    rmse: formatNumber(comparison.rmse),
    r2: formatNumber(comparison.r2),
    largest: formatNumber(comparison.maxAbsolute),
  }
  const facts = fit && (
    <dl className={styles.facts}>
      {[
        [t.branin.rmse, fit.rmse],
        [t.branin.r2, fit.r2],
        [t.branin.largest, fit.largest],
      ].map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )

  if (kind === 'difference' && comparison) {
    return (
      <figure className={styles.figure}>
        <figcaption className={styles.title}>{t.branin.residuals}</figcaption>
        <HeatMap
          ref={ref}
          grid={comparison.residual}
          label={t.branin.residuals}
          axes={residualAxes}
          colors="diverging"
        />
        {facts}
      </figure>
    )
  }
  if (kind === 'surface' && !flat) {
    const numbers = describeNumbers(drawn.values)
    const description = fit
      ? t.branin.description(fit)
      : t.surface.description({
          rows: grid.rows,
          columns: grid.columns,
          min: formatNumber(numbers.min),
          max: formatNumber(numbers.max),
        })
    return (
      <figure className={styles.figure}>
        <figcaption className={styles.title}>{text.title}</figcaption>
        {comparison ? null : (
          <SegmentedControl
            className={styles.mode}
            aria-label={t.surface.mode}
            value={mode}
            onChange={(value) => setMode(value === 'points' ? 'points' : 'surface')}
            data={[
              { value: 'surface', label: t.surface.asSurface },
              { value: 'points', label: t.surface.asPoints },
            ]}
          />
        )}
        <Surface3D
          ref={ref}
          grid={drawn}
          reference={comparison?.reference}
          mode={mode}
          text={text}
          description={description}
          onUnavailable={onUnavailable}
        />
        {drawn === shown ? null : <p className={styles.note}>{t.plot.thinned(drawn.rows, drawn.columns)}</p>}
        {facts}
      </figure>
    )
  }
  return (
    <figure className={styles.figure}>
      {kind === 'surface' ? <Notice tone="info" title={t.plot.no3d} /> : null}
      <HeatMap
        ref={ref}
        grid={shown}
        label={name}
        axes={axes}
        colors={categorical ? 'categorical' : 'sequential'}
        names={categorical ? legend?.classes : undefined}
      />
      {kind === 'surface' ? facts : null}
    </figure>
  )
}

/** A class map with the coordinates its legend tells. */
function placeGrid(grid: NumericGrid, legend: Legend | undefined): NumericGrid {
  if (!legend?.axes) return grid
  const [x, y] = legend.axes
  const steps = (count: number, { min, max }: { min: number; max: number }) =>
    Float64Array.from({ length: count }, (_, index) => min + ((max - min) * index) / Math.max(1, count - 1))
  return { ...grid, x: steps(grid.columns, x), y: steps(grid.rows, y) }
}
