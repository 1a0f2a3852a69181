export type CameraMove = 'left' | 'right' | 'up' | 'down' | 'in' | 'out' | 'reset'
type Eye = { x: number; y: number; z: number }

const start: Eye = { x: -1.5, y: -1.55, z: 0.75 }
const turn = Math.PI / 12

/** The camera's next place on its sphere around the plot; never below the floor's plane by more than a right angle. */
export function moveCamera(from: Eye | undefined, move: CameraMove): Eye {
  const eye = from ?? start
  if (move === 'reset') return start
  const radius = Math.hypot(eye.x, eye.y, eye.z)
  const around = Math.atan2(eye.y, eye.x) + (move === 'left' ? -turn : move === 'right' ? turn : 0)
  const lift = Math.asin(eye.z / radius) + (move === 'up' ? turn : move === 'down' ? -turn : 0)
  const limited = Math.min(Math.PI / 2 - 0.01, Math.max(-Math.PI / 2 + 0.01, lift))
  const distance = Math.min(6, Math.max(0.6, radius * (move === 'in' ? 0.8 : move === 'out' ? 1.25 : 1)))
  return {
    x: distance * Math.cos(limited) * Math.cos(around),
    y: distance * Math.cos(limited) * Math.sin(around),
    z: distance * Math.sin(limited),
  }
}
