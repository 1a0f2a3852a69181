// Writes public/samples/branin.arff: the Branin function on a 15 x 15 grid.
import { writeFileSync } from 'node:fs'

const size = 15
const [a, b, c, r, s, t] = [1, 5.1 / (4 * Math.PI ** 2), 5 / Math.PI, 6, 10, 1 / (8 * Math.PI)]
const branin = (x0, x1) => a * (x1 - b * x0 ** 2 + c * x0 - r) ** 2 + s * (1 - t) * Math.cos(x0) + s
const point = (from, to, index) => from + ((to - from) * index) / (size - 1)

const rows = []
for (let row = 0; row < size; row++) {
  for (let column = 0; column < size; column++) {
    const x0 = point(-5, 10, column)
    const x1 = point(0, 15, row)
    rows.push([x0, x1, branin(x0, x1)].map((value) => value.toFixed(4)).join(','))
  }
}

const text = `% The Branin function, a common test of optimisers and surrogate models.
%
% y = a (x1 - b x0^2 + c x0 - r)^2 + s (1 - t) cos(x0) + s
% with a = 1, b = 5.1 / (4 pi^2), c = 5 / pi, r = 6, s = 10, t = 1 / (8 pi)
%
% ${size} x ${size} points: x0 from -5 to 10 varies fastest, x1 from 0 to 15.
@relation branin
@attribute x0 numeric
@attribute x1 numeric
@attribute y numeric
@data
${rows.join('\n')}
`
writeFileSync(new URL('../../../public/samples/branin.arff', import.meta.url), text)
