/** What `decodeResult` recognised, by content. */
export type ResultFormat =
  | 'pickle'
  | 'joblib'
  | 'npy'
  | 'npz'
  | 'torch'
  | 'csv'
  | 'json'
  | 'text'
  | 'png'
  | 'jpeg'
  | 'webp'
  | 'gif'
  | 'tiff'
  | 'parquet'
  | 'tar'
  | 'zip'
  | 'gzip'
  | 'pdf'
  | 'unknown'

/** One-dimensional storage of numbers, in C (row-major) order for arrays. */
export type NumericData =
  | Float64Array<ArrayBuffer>
  | Float32Array<ArrayBuffer>
  | Int8Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Int16Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | BigInt64Array<ArrayBuffer>
  | BigUint64Array<ArrayBuffer>

/** A table cell. `null` is a missing value. Dates are ISO 8601 strings, durations ISO 8601 durations. */
export type Cell = null | boolean | number | bigint | string

/** Statistics over the finite, present values. `min`, `max`, `mean` and `deviation` are `undefined` when there are none. */
export type NumericSummary = {
  count: number
  min: number | undefined
  max: number | undefined
  mean: number | undefined
  /** Population standard deviation. */
  deviation: number | undefined
  nanCount: number
  infiniteCount: number
  /** Entries hidden by a mask or missing in a column. */
  missingCount: number
  /** True when every finite value is a whole number. */
  allIntegers: boolean
  /** How many different whole numbers occur; `undefined` when some value is no integer or there are more than 256. */
  distinctIntegers: number | undefined
}

export type ColumnKind = 'float' | 'integer' | 'boolean' | 'text' | 'category' | 'datetime' | 'duration' | 'mixed'

export type ColumnSummary = {
  count: number
  missingCount: number
  /** Different values, counted up to `distinctLimit`; `undefined` beyond. */
  distinctCount: number | undefined
  /** Most frequent values first, at most ten. */
  top: { value: Cell; count: number }[]
  /** For `float`, `integer` and `boolean` columns. */
  numeric: NumericSummary | undefined
  /** Smallest and largest text or date, where the kind has an order. */
  first: string | undefined
  last: string | undefined
}

export type Column = {
  name: string
  kind: ColumnKind
  /** The writer's own word for the type, such as `Int64` or `datetime64[ns, UTC]`. */
  dtype: string
  values: NumericData | readonly Cell[]
  /** 1 where the value is missing; absent when none is. Cells of plain columns are `null` there as well. */
  missing?: Uint8Array<ArrayBuffer>
  /** All categories of a `category` column, in their order. */
  categories?: readonly Cell[]
  summary: ColumnSummary
}

/** An inert description of a Python or JSON value. Never holds more than the node budget it was built with. */
export type TreeNode = {
  /** Python type name, such as `dict`, `ndarray` or `sklearn.gaussian_process._gpr.GaussianProcessRegressor`. */
  type: string
  /** One line of text for the value itself; empty when the children say it all. */
  text: string
  /** Number of members, also when not all of them are in `children`. */
  length?: number
  children?: TreeEdge[]
  /** Members left out because of the budget. */
  omitted?: number
  /** Set on nodes that are referred to elsewhere. */
  id?: number
  /** This node is the same object as the node with this id. */
  sameAs?: number
}
export type TreeEdge = { key: string; node: TreeNode }

export type PickleFacts = {
  /** Highest protocol announced or implied by the opcodes. */
  protocol: number
  opcodes: number
  /** Everything the file names as `module.name`; `known` is false for what stays an inert description. */
  imports: { module: string; name: string; known: boolean }[]
}

type Common = {
  format: ResultFormat
  /** Size of the decoded input in bytes. */
  byteLength: number
  /** Present when the content was a pickle (or holds one). */
  pickle?: PickleFacts
  /** Structure of the whole value, for pickles and JSON. */
  tree?: TreeNode
}

export type ArrayResult = Common & {
  kind: 'array'
  shape: number[]
  /** numpy's name, such as `float64`; `list` for plain lists of numbers. */
  dtype: string
  elements: 'float' | 'integer' | 'boolean' | 'complex'
  /** C order. Booleans are 0 and 1; 64-bit integers are `Float64Array` when none exceeds 2^53; half floats are `Float32Array`. */
  data: NumericData
  /** Imaginary parts of complex arrays, whose real parts are in `data`. */
  imaginary?: NumericData
  /** 1 where a masked array hides the value. */
  mask?: Uint8Array<ArrayBuffer>
  summary: NumericSummary
}

export type TableResult = Common & {
  kind: 'table'
  rowCount: number
  columns: Column[]
  /** Columns that label the rows; none for a plain 0..n-1 index. */
  index: Column[]
  /** Rows or columns that were not read because of a limit. */
  truncated: boolean
}

export type ImageResult = Common & {
  kind: 'image'
  mime: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/tiff'
  width: number
  height: number
  /** The file itself, for a Blob. */
  bytes: Uint8Array<ArrayBuffer>
  /** RGBA, 4 bytes per pixel, row by row, for formats browsers cannot show. */
  pixels?: Uint8ClampedArray<ArrayBuffer>
}

export type DocumentResult = Common & { kind: 'document'; mime: 'application/pdf'; bytes: Uint8Array<ArrayBuffer> }

export type TextResult = Common & {
  kind: 'text'
  text: string
  lineCount: number
  /** The text was cut at `limits.textLength` characters. */
  truncated: boolean
}

export type TreeResult = Common & { kind: 'tree'; tree: TreeNode }

export type ArchiveEntry = {
  /** Name inside the archive, never to be used as a path. */
  name: string
  size: number
  directory: boolean
  /** Absent when the entry is a directory, a link, or beyond the limits. */
  bytes?: Uint8Array<ArrayBuffer>
  format?: ResultFormat
}

export type ArchiveResult = Common & {
  kind: 'archive'
  entries: ArchiveEntry[]
  /** Entries or bytes were left out because of a limit. */
  truncated: boolean
}

/** Bytes that are no known format, or a known format that could not be read. */
export type BinaryResult = Common & {
  kind: 'binary'
  problem?: { code: string; message: string; position?: number }
}

/** Plain, structured-cloneable data; nothing in it is named by, or callable from, the input. */
export type DecodedResult =
  | ArrayResult
  | TableResult
  | ImageResult
  | DocumentResult
  | TextResult
  | TreeResult
  | ArchiveResult
  | BinaryResult

export type DecodeLimits = {
  /** Largest input in bytes. Default 512 MiB. */
  inputBytes: number
  /** Largest unpacked size of an archive or compressed file, in bytes. Default 256 MiB. */
  unpackedBytes: number
  /** Largest unpacked/packed ratio of one entry. Default 1,100 (deflate cannot exceed 1,032). */
  ratio: number
  /** Archive entries looked at. Default 2,000. */
  entries: number
  /** Characters of text kept. Default 2,000,000. */
  textLength: number
  /** Table rows read from CSV, JSON and Parquet. Default 1,000,000. */
  rows: number
  /** Cells of one table. Default 20,000,000. */
  cells: number
  /** Pixels of an image that has to be decoded here. Default 50,000,000. */
  pixels: number
  /** Nodes of a tree. Default 5,000. */
  treeNodes: number
}

export type DecodeOptions = {
  /** Used only to choose among formats that content cannot tell apart (CSV or text). */
  filename?: string
  limits?: Partial<DecodeLimits>
  /** The caller gives the bytes away: they may be rearranged in place to align arrays without a copy. Default false. */
  owned?: boolean
}
