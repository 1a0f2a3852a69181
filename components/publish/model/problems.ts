import type { publish } from '@/lib/messages/en/publish'

/** What can be wrong with something typed; the messages say it in words. */
export type ProblemCode = keyof (typeof publish)['problems']

/** A fault of one field, with the part of it that is at fault where there are several. */
export type Problem = { code: ProblemCode; value?: string | undefined }
