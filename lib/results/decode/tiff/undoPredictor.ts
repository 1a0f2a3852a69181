export type RowLayout = { width: number; samples: number; bytesPerSample: number; littleEndian: boolean }

/** Turns differences between neighbours (2) or between the bytes of floats (3) back into values, in place. */
export function undoPredictor(predictor: number, bytes: Uint8Array<ArrayBuffer>, layout: RowLayout): void {
  const rowSize = layout.width * layout.samples * layout.bytesPerSample
  for (let start = 0; start + rowSize <= bytes.length; start += rowSize) {
    const row = bytes.subarray(start, start + rowSize)
    if (predictor === 2) addNeighbours(row, layout)
    else joinPlanes(row, layout)
  }
}

function addNeighbours(row: Uint8Array<ArrayBuffer>, { samples, bytesPerSample, littleEndian }: RowLayout): void {
  const step = samples * bytesPerSample
  if (bytesPerSample === 1) {
    for (let at = step; at < row.length; at += 1) row[at] = (row[at] as number) + (row[at - step] as number)
    return
  }
  const view = new DataView(row.buffer, row.byteOffset, row.length)
  for (let at = step; at < row.length; at += bytesPerSample) {
    if (bytesPerSample === 2) {
      view.setUint16(at, view.getUint16(at, littleEndian) + view.getUint16(at - step, littleEndian), littleEndian)
    } else if (bytesPerSample === 4) {
      view.setUint32(at, view.getUint32(at, littleEndian) + view.getUint32(at - step, littleEndian), littleEndian)
    } else {
      const sum = view.getBigUint64(at, littleEndian) + view.getBigUint64(at - step, littleEndian)
      view.setBigUint64(at, BigInt.asUintN(64, sum), littleEndian)
    }
  }
}

/** The bytes of all values stand plane by plane, the most significant first. */
function joinPlanes(row: Uint8Array<ArrayBuffer>, { samples, bytesPerSample, littleEndian }: RowLayout): void {
  for (let at = samples; at < row.length; at += 1) row[at] = (row[at] as number) + (row[at - samples] as number)
  const planes = row.slice()
  const count = row.length / bytesPerSample
  for (let value = 0; value < count; value += 1) {
    for (let plane = 0; plane < bytesPerSample; plane += 1) {
      const place = littleEndian ? bytesPerSample - 1 - plane : plane
      row[value * bytesPerSample + place] = planes[plane * count + value] as number
    }
  }
}
