import { randomUUID } from 'node:crypto'
import type { Database } from '@/devnet/storage/openDatabase'
import { type JobStatus, jobStatus, jobStatusText } from './jobStatus'
import type { ComputeJobStatus, ComputeWorkflow, JobEvent, JobResultEntry } from './types'

export type LogSource = 'configure' | 'algorithm' | 'publish'

/** A job as it stands, with what only the server knows. */
export type Job = {
  jobId: string
  owner: string
  environment: string
  workflow: ComputeWorkflow
  status: JobStatus
  dateFinished: string | null
  /** Unix milliseconds at which the algorithm was started. */
  startedAt: number | null
  attempts: number
  exitCode: number | null
  stopRequested: number
}

export type StoredResult = JobResultEntry & { sha256: string }

/** What a step changes along with the status. */
export type JobChange = {
  text?: string
  startedAt?: number
  attempts?: number
  exitCode?: number | null
  stopRequested?: number
}

type Row = {
  sequence: number
  job_id: string
  agreement_id: string
  owner: string
  environment: string
  workflow: string
  algo_did: string
  input_dids: string
  status: JobStatus
  status_text: string
  date_created: string
  date_finished: string | null
  started_at: number | null
  attempts: number
  exit_code: number | null
  stop_requested: number
  removed: number
}
type EventRow = { sequence: number; job_id: string; source: string; body: string; at: number }

export type JobStore = ReturnType<typeof createJobStore>

/** Seconds since 1970 with a fraction, as the wire writes dates. */
export const wireDate = (milliseconds: number): string => (milliseconds / 1000).toFixed(6)

/** Typed access to the compute database. Every change of a job and the event that tells of it are one transaction. */
export function createJobStore(database: Database) {
  const listeners = new Map<string, Set<() => void>>()
  const byId = database.prepare('SELECT * FROM jobs WHERE job_id = ?')
  const insertEvent = database.prepare('INSERT INTO events (job_id, source, body, at) VALUES (?, ?, ?, ?)')
  const resultsOf = database.prepare(
    'SELECT filename, filesize, type, sha256 FROM results WHERE job_id = ? ORDER BY position',
  )
  const insertResult = database.prepare(
    'INSERT INTO results (job_id, position, filename, filesize, type, sha256) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const update = database.prepare(
    `UPDATE jobs SET status = ?, status_text = ?, date_finished = ?, started_at = ?, attempts = ?, exit_code = ?, stop_requested = ?
     WHERE job_id = ? AND status = ? AND date_finished IS NULL`,
  )

  const row = (jobId: string) => byId.get(jobId) as Row | undefined
  const toWire = (entry: Row): ComputeJobStatus => {
    const results = resultsOf.all(entry.job_id) as StoredResult[]
    return {
      agreementId: entry.agreement_id,
      jobId: entry.job_id,
      owner: entry.owner,
      status: entry.status,
      statusText: entry.status_text,
      dateCreated: entry.date_created,
      dateFinished: entry.date_finished,
      results: results.length > 0 ? results.map(({ filename, filesize, type }) => ({ filename, filesize, type })) : '',
      stopreq: entry.stop_requested,
      removed: entry.removed,
      algoDID: entry.algo_did,
      inputDID: JSON.parse(entry.input_dids) as string[],
    }
  }
  const toJob = (entry: Row): Job => ({
    jobId: entry.job_id,
    owner: entry.owner,
    environment: entry.environment,
    workflow: JSON.parse(entry.workflow) as ComputeWorkflow,
    status: entry.status,
    dateFinished: entry.date_finished,
    startedAt: entry.started_at,
    attempts: entry.attempts,
    exitCode: entry.exit_code,
    stopRequested: entry.stop_requested,
  })
  const recordStatus = (jobId: string) => {
    const entry = row(jobId)
    if (entry) insertEvent.run(jobId, 'status', JSON.stringify(toWire(entry)), Date.now())
  }
  const inTransaction = <T>(work: () => T): T => {
    database.exec('BEGIN IMMEDIATE')
    try {
      const value = work()
      database.exec('COMMIT')
      return value
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
  }
  const tell = (jobId: string) => {
    for (const listener of listeners.get(jobId) ?? []) listener()
  }

  return {
    create(workflow: ComputeWorkflow): string {
      const jobId = randomUUID().replaceAll('-', '')
      inTransaction(() => {
        database
          .prepare(
            'INSERT INTO jobs (job_id, agreement_id, owner, environment, workflow, algo_did, input_dids, status, status_text, date_created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
          )
          .run(
            jobId,
            workflow.agreementId,
            workflow.owner,
            workflow.environment,
            JSON.stringify(workflow),
            workflow.algorithm.id,
            JSON.stringify(workflow.inputs.map(({ id }) => id)),
            jobStatus.warmingUp,
            jobStatusText[jobStatus.warmingUp],
            wireDate(Date.now()),
          )
        recordStatus(jobId)
      })
      return jobId
    },

    get(jobId: string): Job | undefined {
      const entry = row(jobId)
      return entry && toJob(entry)
    },

    /** Moves a job on, if it still is where the caller thinks it is. */
    advance({ jobId, status: from }: Pick<Job, 'jobId' | 'status'>, to: JobStatus, change: JobChange = {}): boolean {
      const moved = inTransaction(() => {
        const entry = row(jobId)
        if (!entry || entry.status !== from || entry.date_finished !== null) return false
        update.run(
          to,
          change.text ?? jobStatusText[to],
          null,
          change.startedAt ?? entry.started_at,
          change.attempts ?? entry.attempts,
          change.exitCode === undefined ? entry.exit_code : change.exitCode,
          change.stopRequested ?? entry.stop_requested,
          jobId,
          from,
        )
        recordStatus(jobId)
        return true
      })
      if (moved) tell(jobId)
      return moved
    },

    /** Ends a job: its results, its last status and its date appear together. */
    finish(
      jobId: string,
      end: { from: JobStatus; to: JobStatus; text?: string; results: readonly StoredResult[] },
    ): void {
      inTransaction(() => {
        const entry = row(jobId)
        if (!entry || entry.status !== end.from || entry.date_finished !== null) return
        for (const [position, result] of end.results.entries()) {
          insertResult.run(jobId, position, result.filename, result.filesize, result.type, result.sha256)
        }
        const text = end.text ?? (end.from === end.to ? entry.status_text : jobStatusText[end.to])
        update.run(
          end.to,
          text,
          wireDate(Date.now()),
          entry.started_at,
          entry.attempts,
          entry.exit_code,
          entry.stop_requested,
          jobId,
          end.from,
        )
        recordStatus(jobId)
      })
      tell(jobId)
    },

    requestStop(jobId: string): void {
      inTransaction(() => {
        const { changes } = database
          .prepare(
            'UPDATE jobs SET stop_requested = 1 WHERE job_id = ? AND stop_requested = 0 AND date_finished IS NULL',
          )
          .run(jobId)
        if (changes > 0) recordStatus(jobId)
      })
      tell(jobId)
    },

    appendLog(jobId: string, source: LogSource, text: string): void {
      insertEvent.run(jobId, source, text, Date.now())
      tell(jobId)
    },

    /** Whole text of one of a job's logs. */
    log(jobId: string, source: LogSource): string {
      const rows = database
        .prepare('SELECT body FROM events WHERE job_id = ? AND source = ? ORDER BY sequence')
        .all(jobId, source) as { body: string }[]
      return rows.map(({ body }) => body).join('')
    },

    eventsAfter(jobId: string, after: number, limit: number): JobEvent[] {
      const rows = database
        .prepare('SELECT * FROM events WHERE job_id = ? AND sequence > ? ORDER BY sequence LIMIT ?')
        .all(jobId, after, limit) as EventRow[]
      return rows.map((event) =>
        event.source === 'status'
          ? {
              id: `${event.sequence}`,
              type: 'status',
              job: JSON.parse(event.body) as ComputeJobStatus,
              timestamp: event.at,
            }
          : { id: `${event.sequence}`, type: 'log', source: event.source, text: event.body, timestamp: event.at },
      )
    },

    /** Calls back whenever something is added to a job. Returns how to stop. */
    listen(jobId: string, listener: () => void): () => void {
      const own = listeners.get(jobId) ?? new Set()
      own.add(listener)
      listeners.set(jobId, own)
      return () => {
        own.delete(listener)
        if (own.size === 0) listeners.delete(jobId)
      }
    },

    statuses(filter: { owner?: string; jobId?: string; agreementId?: string }): ComputeJobStatus[] {
      const clauses: string[] = []
      const values: string[] = []
      if (filter.owner !== undefined) {
        clauses.push('lower(owner) = ?')
        values.push(filter.owner.toLowerCase())
      }
      if (filter.jobId !== undefined) {
        clauses.push('job_id = ?')
        values.push(filter.jobId)
      }
      if (filter.agreementId !== undefined) {
        clauses.push('lower(agreement_id) = ?')
        values.push(filter.agreementId.toLowerCase())
      }
      if (clauses.length === 0) return []
      const rows = database
        .prepare(`SELECT * FROM jobs WHERE ${clauses.join(' AND ')} ORDER BY sequence`)
        .all(...values)
      return (rows as Row[]).map(toWire)
    },

    /** Unfinished jobs, oldest first. */
    unfinished(environment?: string): Job[] {
      const rows = (
        environment === undefined
          ? database.prepare('SELECT * FROM jobs WHERE date_finished IS NULL ORDER BY sequence').all()
          : database
              .prepare('SELECT * FROM jobs WHERE date_finished IS NULL AND environment = ? ORDER BY sequence')
              .all(environment)
      ) as Row[]
      return rows.map(toJob)
    },

    isAgreementInUse(agreementId: string): boolean {
      return (
        database
          .prepare('SELECT 1 FROM jobs WHERE lower(agreement_id) = ? AND date_finished IS NULL')
          .get(agreementId.toLowerCase()) !== undefined
      )
    },

    results(jobId: string): StoredResult[] {
      return resultsOf.all(jobId) as StoredResult[]
    },

    /** Jobs of an environment that ended before `before` (unix seconds) and still hold results. */
    expired(environment: string, before: number): string[] {
      const rows = database
        .prepare(
          'SELECT job_id FROM jobs WHERE environment = ? AND removed = 0 AND date_finished IS NOT NULL AND CAST(date_finished AS REAL) < ?',
        )
        .all(environment, before) as { job_id: string }[]
      return rows.map(({ job_id }) => job_id)
    },

    /** Forgets a job's results and logs; that it ran stays known. */
    removeResults(jobId: string): void {
      inTransaction(() => {
        database.prepare('DELETE FROM results WHERE job_id = ?').run(jobId)
        database.prepare('DELETE FROM events WHERE job_id = ?').run(jobId)
        database.prepare('UPDATE jobs SET removed = 1 WHERE job_id = ?').run(jobId)
        recordStatus(jobId)
      })
    },
  }
}
