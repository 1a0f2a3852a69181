import type { Runner } from './Runner'

/**
 * Two runners as one: what the host stands in for runs there, which needs no image; everything else in its own image.
 *
 * @param host - Named as the runner; a job it refuses goes to `images`.
 */
export function combineRunners(host: Runner, images: Runner): Runner {
  const places = new Map<string, Runner>()
  let hasImages = false
  return {
    name: host.name,
    async probe() {
      const first = await host.probe()
      if (!first.ok) return first
      const second = await images.probe()
      hasImages = second.ok
      if (!second.ok) return first
      return { ...first, description: `${first.description}; other images by ${second.description}` }
    },
    refuses(container) {
      const refusal = host.refuses(container)
      return refusal !== undefined && hasImages ? images.refuses(container) : refusal
    },
    start(job) {
      const place = host.refuses(job.container) === undefined ? host : images
      places.set(job.jobId, place)
      return place.start(job)
    },
    stop(jobId, cause) {
      places.get(jobId)?.stop(jobId, cause)
    },
    async adopt(job) {
      const adopted = hasImages ? await images.adopt(job) : undefined
      if (!adopted) return host.adopt(job)
      places.set(job.jobId, images)
      return adopted
    },
    async sweep(keep) {
      await host.sweep(keep)
      if (hasImages) await images.sweep(keep)
    },
  }
}
