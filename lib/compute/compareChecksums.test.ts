import { describe, expect, it } from 'vitest'
import { compareChecksums } from './compareChecksums'

const a = 'a'.repeat(64)
const b = 'b'.repeat(64)

describe('compareChecksums', () => {
  it('sees nothing where nothing changed, whatever the casing of the stored file sum', () => {
    expect(
      compareChecksums(
        { filesChecksum: a.toUpperCase(), containerSectionChecksum: b },
        { filesChecksum: a, containerSectionChecksum: b },
      ),
    ).toEqual({ files: 'same', container: 'same', drifted: false })
  })

  it('tells a changed file from a changed container', () => {
    const stored = { filesChecksum: a, containerSectionChecksum: a }
    expect(compareChecksums(stored, { filesChecksum: b, containerSectionChecksum: a })).toEqual({
      files: 'changed',
      container: 'same',
      drifted: true,
    })
    expect(compareChecksums(stored, { filesChecksum: a, containerSectionChecksum: b }).container).toBe('changed')
  })

  it('does not call a container the same when only the casing differs', () => {
    const stored = { filesChecksum: '', containerSectionChecksum: a.toUpperCase() }
    expect(compareChecksums(stored, { filesChecksum: a, containerSectionChecksum: a })).toEqual({
      files: 'unset',
      container: 'changed',
      drifted: true,
    })
  })

  it('says unknown rather than the same when the live sum could not be fetched', () => {
    const stored = { filesChecksum: a, containerSectionChecksum: a }
    expect(compareChecksums(stored, { filesChecksum: undefined, containerSectionChecksum: a })).toEqual({
      files: 'unknown',
      container: 'same',
      drifted: false,
    })
  })
})
