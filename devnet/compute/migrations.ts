/** Schema of the compute database: jobs as they stand, the append-only record of what happened to them, and their results. */
export const computeMigrations: readonly string[] = [
  `
  CREATE TABLE jobs (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id TEXT NOT NULL UNIQUE,
    agreement_id TEXT NOT NULL,
    owner TEXT NOT NULL,
    environment TEXT NOT NULL,
    workflow TEXT NOT NULL,
    algo_did TEXT NOT NULL,
    input_dids TEXT NOT NULL,
    status INTEGER NOT NULL,
    status_text TEXT NOT NULL,
    date_created TEXT NOT NULL,
    date_finished TEXT,
    started_at INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    exit_code INTEGER,
    stop_requested INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0
  );
  CREATE UNIQUE INDEX one_unfinished_job_per_agreement ON jobs (lower(agreement_id)) WHERE date_finished IS NULL;
  CREATE INDEX jobs_by_owner ON jobs (lower(owner), sequence);
  CREATE INDEX unfinished_jobs ON jobs (environment, sequence) WHERE date_finished IS NULL;
  CREATE TABLE events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id TEXT NOT NULL,
    source TEXT NOT NULL,
    body TEXT NOT NULL,
    at INTEGER NOT NULL
  );
  CREATE INDEX events_by_job ON events (job_id, sequence);
  CREATE TRIGGER events_are_append_only BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
  CREATE TABLE results (
    job_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    filename TEXT NOT NULL,
    filesize INTEGER NOT NULL,
    type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (job_id, position)
  ) WITHOUT ROWID;
  `,
]
