/** The first stop of the keyboard: past the navigation. */
export function SkipLink({ target, children }: { target: string; children: string }) {
  return (
    <a className="oc-skip" href={`#${target}`}>
      {children}
    </a>
  )
}
