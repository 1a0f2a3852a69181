import { describe, expect, it } from 'vitest'
import { safeName } from './safeName'

describe('a name to save a stranger’s file under', () => {
  it('keeps what is harmless', () => {
    for (const name of ['result', 'flowers.csv', 'my map-2.tar.gz']) expect(safeName(name)).toBe(name)
  })

  it('leads to no other folder and to no hidden file', () => {
    expect(safeName('../../etc/passwd')).toBe('_.._etc_passwd')
    expect(safeName('C:\\Windows\\x.dll')).toBe('C_Windows_x.dll')
    expect(safeName('.bashrc')).toBe('bashrc')
    expect(safeName('-rf')).toBe('rf')
  })

  it('holds nothing that turns the text round, runs, or names a device', () => {
    expect(safeName('photo\u202Egnp.exe')).toBe('photo_gnp.exe')
    expect(safeName('<img onerror=x>.png')).toBe('_img onerror_x_.png')
    expect(safeName('con.txt')).toBe('_con.txt')
    expect(safeName('console.txt')).toBe('console.txt')
  })

  it('is never empty and never endless', () => {
    for (const name of ['', '...', '   ']) expect(safeName(name)).toBe('result')
    expect(safeName(`${'a'.repeat(500)}.csv`)).toMatch(/^a{116}\.csv$/)
  })
})
