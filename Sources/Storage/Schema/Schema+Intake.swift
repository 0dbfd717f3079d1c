extension Schema {
    /// Files, meetings, and the versions of their minutes.
    ///
    /// Long texts stand last, so that lists need not read them.
    static let intakeTables = """
        CREATE TABLE file (
            id INTEGER PRIMARY KEY,
            claim TEXT NOT NULL UNIQUE CHECK (claim <> ''),
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
            byteCount INTEGER NOT NULL CHECK (byteCount >= 0),
            outcome TEXT NOT NULL CHECK (outcome IN ('distribute', 'hold', 'reject', 'duplicate')),
            duplicateOf INTEGER REFERENCES file (id),
            takenAt INTEGER NOT NULL,
            place TEXT CHECK (place <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            reason TEXT NOT NULL,
            CONSTRAINT duplicateOfAnother CHECK ((duplicateOf IS NOT NULL) = (outcome = 'duplicate')),
            CONSTRAINT reasonGiven CHECK (outcome IN ('distribute', 'duplicate') OR reason <> '')
        ) STRICT;
        CREATE UNIQUE INDEX fileTaken ON file (sha256) WHERE outcome IN ('distribute', 'hold');
        CREATE INDEX fileUnplaced ON file (id) WHERE place IS NULL;

        CREATE TABLE meeting (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE CHECK (key <> ''),
            year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 9999),
            number INTEGER NOT NULL CHECK (number > 0),
            reference TEXT NOT NULL
                GENERATED ALWAYS AS (printf('M-%04d-%06d', year, number)) STORED UNIQUE,
            firstTakenAt INTEGER NOT NULL,
            UNIQUE (year, number)
        ) STRICT;

        CREATE TABLE version (
            id INTEGER PRIMARY KEY,
            meetingID INTEGER NOT NULL REFERENCES meeting (id),
            number INTEGER NOT NULL CHECK (number > 0),
            fileID INTEGER NOT NULL UNIQUE REFERENCES file (id),
            date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
            kind TEXT NOT NULL
                CHECK (kind IN ('strategy', 'review-strategy', 'complex-strategy', 'allegation', 'other')),
            urgency TEXT NOT NULL CHECK (urgency IN ('urgent', 'planned', 'out-of-hours', 'unknown')),
            disposition TEXT NOT NULL CHECK (disposition IN ('distribute', 'hold')),
            takenAt INTEGER NOT NULL,
            releasedAt INTEGER,
            releasedBy TEXT CHECK (releasedBy <> ''),
            withdrawnAt INTEGER,
            replacedAt INTEGER,
            replacedBy INTEGER REFERENCES version (id),
            reason TEXT NOT NULL,
            record TEXT NOT NULL CHECK (record GLOB '{*}'),
            UNIQUE (meetingID, number),
            CONSTRAINT heldWithReason CHECK (disposition = 'distribute' OR reason <> ''),
            CONSTRAINT releasedBySomebody CHECK ((releasedAt IS NULL) = (releasedBy IS NULL)),
            CONSTRAINT releasedIfHeld CHECK (releasedAt IS NULL OR disposition = 'hold'),
            CONSTRAINT replacedByAnother CHECK ((replacedAt IS NULL) = (replacedBy IS NULL) AND replacedBy <> id)
        ) STRICT;
        CREATE INDEX versionHeld ON version (id) WHERE disposition = 'hold'
            AND releasedAt IS NULL AND withdrawnAt IS NULL AND replacedAt IS NULL;

        CREATE TABLE finding (
            versionID INTEGER NOT NULL REFERENCES version (id),
            position INTEGER NOT NULL,
            code TEXT NOT NULL,
            severity TEXT NOT NULL CHECK (severity IN ('alert', 'hold', 'warning', 'note')),
            partner TEXT,
            text TEXT NOT NULL,
            source TEXT NOT NULL,
            PRIMARY KEY (versionID, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE partnerEvidence (
            versionID INTEGER NOT NULL REFERENCES version (id),
            partner TEXT NOT NULL,
            evidence TEXT NOT NULL CHECK (
                evidence IN ('attended', 'deputised', 'contributed', 'apologies', 'invited', 'none')),
            words TEXT NOT NULL,
            source TEXT NOT NULL,
            PRIMARY KEY (versionID, partner)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE receipt (
            fileID INTEGER PRIMARY KEY REFERENCES file (id),
            dueRevision INTEGER NOT NULL DEFAULT 1,
            writtenRevision INTEGER NOT NULL DEFAULT 0,
            CONSTRAINT writtenWhenDue CHECK (writtenRevision <= dueRevision)
        ) STRICT;
        CREATE INDEX receiptDue ON receipt (fileID) WHERE dueRevision > writtenRevision;

        CREATE TRIGGER fileKept BEFORE DELETE ON file
        BEGIN SELECT RAISE(ABORT, 'a file is never forgotten'); END;
        CREATE TRIGGER fileFixed
        BEFORE UPDATE OF claim, sha256, byteCount, outcome, duplicateOf, takenAt, name, reason ON file
        BEGIN SELECT RAISE(ABORT, 'what was taken in does not change'); END;
        CREATE TRIGGER meetingKept BEFORE DELETE ON meeting
        BEGIN SELECT RAISE(ABORT, 'a meeting is never forgotten'); END;
        CREATE TRIGGER meetingFixed BEFORE UPDATE ON meeting
        BEGIN SELECT RAISE(ABORT, 'a meeting does not change'); END;
        CREATE TRIGGER versionKept BEFORE DELETE ON version
        BEGIN SELECT RAISE(ABORT, 'a version is never forgotten'); END;
        CREATE TRIGGER versionFixed
        BEFORE UPDATE OF meetingID, number, fileID, date, kind, urgency, disposition, takenAt, reason, record
        ON version
        BEGIN SELECT RAISE(ABORT, 'a version does not change'); END;

        """
}
