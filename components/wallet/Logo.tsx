/** The mark: depth lines around a sounding. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" fill="none" strokeLinecap="round">
      <path
        d="M16 2.5C23.8 2.5 29.5 8 29.5 15.6 29.5 23.6 23.4 29.5 15.4 29.5 8 29.5 2.5 24 2.5 16.6 2.5 8.6 8.4 2.5 16 2.5Z"
        stroke="var(--oc-accent)"
        strokeWidth="2"
        opacity="0.45"
      />
      <path
        d="M17.4 7.6c5 .5 7.9 4.2 7.4 8.9-.5 5-4.3 8.3-9.3 7.9-4.8-.4-8-3.9-7.6-8.7.4-5.2 4.5-8.6 9.5-8.1Z"
        stroke="var(--oc-accent)"
        strokeWidth="2"
        opacity="0.75"
      />
      <path
        d="M18 12.6c2.3.4 3.5 2.2 3.1 4.4-.4 2.2-2.3 3.4-4.5 3-2.2-.4-3.5-2.1-3.1-4.3.4-2.3 2.2-3.5 4.5-3.1Z"
        stroke="var(--oc-accent)"
        strokeWidth="2"
      />
      <circle cx="17.3" cy="16.3" r="1.6" fill="var(--oc-signal)" />
    </svg>
  )
}
