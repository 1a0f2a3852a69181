import { describe, expect, it } from 'vitest'
import { legendName, parseLegend } from './parseLegend'

describe('the legend of a class map', () => {
  it('names classes and both axes, columns first', () => {
    const text = JSON.stringify({ classes: ['setosa', 'virginica'], petal_length: [0.5, 7.4], petal_width: [-0.4, 3] })
    expect(parseLegend(text)).toEqual({
      classes: ['setosa', 'virginica'],
      axes: [
        { title: 'petal length', min: 0.5, max: 7.4 },
        { title: 'petal width', min: -0.4, max: 3 },
      ],
    })
  })

  it('may name classes alone', () => {
    expect(parseLegend('{"classes":["no",1],"note":"x","axis":[2,1]}')).toEqual({
      classes: ['no', '1'],
      axes: undefined,
    })
  })

  it('is none when the file says something else', () => {
    for (const text of ['', '[]', 'null', '{"classes":[]}', '{"classes":"a"}', '{"classes":[{}]}', '{'])
      expect(parseLegend(text)).toBeUndefined()
  })

  it('cuts names that are no names', () => {
    expect(parseLegend(JSON.stringify({ classes: ['a'.repeat(10_000)] }))?.classes[0]).toHaveLength(60)
  })

  it('stands beside its result', () => {
    expect(legendName('result')).toBe('result_classes.json')
    expect(legendName('map.pkl')).toBe('map_classes.json')
  })
})
