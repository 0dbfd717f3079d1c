extension Schema {
    /// The one queue for minutes and for notices of alerts, and what was tried.
    ///
    /// `attempts` counts all attempts ever made, `tries` those of the present series that count. `mayHaveArrived` is set
    /// by an attempt that was accepted or whose outcome is unknown, and never taken back.
    static let deliveryTables = """
        CREATE TABLE delivery (
            id INTEGER PRIMARY KEY,
            purpose TEXT NOT NULL CHECK (purpose IN ('minutes', 'alert')),
            versionID INTEGER REFERENCES version (id),
            meetingID INTEGER REFERENCES meeting (id),
            fileID INTEGER REFERENCES file (id),
            partner TEXT CHECK (partner <> ''),
            contact TEXT CHECK (contact <> ''),
            person TEXT CHECK (person <> ''),
            name TEXT,
            channel TEXT CHECK (channel IN ('mail', 'webhook')),
            address TEXT CHECK (address <> ''),
            rendition TEXT CHECK (rendition IN ('full', 'actions', 'notice')),
            because TEXT NOT NULL,
            token TEXT NOT NULL UNIQUE CHECK (token <> ''),
            messageID TEXT NOT NULL UNIQUE CHECK (messageID <> ''),
            messageDate INTEGER NOT NULL,
            createdAt INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN (
                'held', 'queued', 'attempting', 'unknown', 'deferred', 'accepted', 'delivered', 'relayed',
                'acknowledged', 'refused', 'bounced', 'expired', 'withdrawn')),
            stateAt INTEGER NOT NULL,
            stateWhy TEXT NOT NULL CHECK (stateWhy <> ''),
            heldBecause TEXT CHECK (heldBecause <> ''),
            firstDueAt INTEGER,
            dueAt INTEGER,
            isDelayed INTEGER NOT NULL DEFAULT 0 CHECK (isDelayed IN (0, 1)),
            claimedFrom TEXT CHECK (claimedFrom IN ('queued', 'deferred', 'unknown')),
            claimedUntil INTEGER,
            claimedBy TEXT CHECK (claimedBy <> ''),
            attempts INTEGER NOT NULL DEFAULT 0,
            tries INTEGER NOT NULL DEFAULT 0,
            mayHaveArrived INTEGER NOT NULL DEFAULT 0 CHECK (mayHaveArrived IN (0, 1)),
            CONSTRAINT ofMinutesOrAlert CHECK (
                CASE purpose
                WHEN 'minutes' THEN versionID IS NOT NULL AND partner IS NOT NULL
                    AND meetingID IS NULL AND fileID IS NULL AND person IS NULL
                ELSE versionID IS NULL AND (meetingID IS NULL) <> (fileID IS NULL)
                    AND person IS NOT NULL AND partner IS NULL AND contact IS NULL AND rendition IS NULL
                    AND channel IS NOT NULL AND address IS NOT NULL
                END),
            CONSTRAINT recipientWholeOrNone CHECK (purpose = 'alert' OR (
                (contact IS NULL) = (name IS NULL) AND (contact IS NULL) = (channel IS NULL)
                AND (contact IS NULL) = (address IS NULL) AND (contact IS NULL) = (rendition IS NULL))),
            CONSTRAINT recipientDecided CHECK (
                purpose = 'alert' OR contact IS NOT NULL OR state IN ('held', 'withdrawn')),
            CONSTRAINT heldWithReason CHECK ((state = 'held') = (heldBecause IS NOT NULL)),
            CONSTRAINT dueWhileWaiting CHECK (
                CASE state
                WHEN 'queued' THEN dueAt IS NOT NULL
                WHEN 'deferred' THEN dueAt IS NOT NULL
                WHEN 'unknown' THEN 1
                ELSE dueAt IS NULL
                END),
            CONSTRAINT firstDueKnown CHECK (firstDueAt IS NOT NULL OR state IN ('held', 'withdrawn')),
            CONSTRAINT claimedWhileAttempting CHECK (
                (state = 'attempting') = (claimedUntil IS NOT NULL)
                AND (state = 'attempting') = (claimedBy IS NOT NULL)
                AND (state = 'attempting') = (claimedFrom IS NOT NULL)),
            CONSTRAINT triesCounted CHECK (tries >= 0 AND tries <= attempts),
            CONSTRAINT attemptedBefore CHECK (
                attempts > 0 OR state IN ('held', 'queued', 'withdrawn')),
            CONSTRAINT arrivalKnown CHECK (
                mayHaveArrived = 1
                OR state NOT IN ('unknown', 'accepted', 'delivered', 'relayed', 'acknowledged', 'bounced'))
        ) STRICT;
        CREATE INDEX deliveryDue ON delivery (channel, dueAt) WHERE dueAt IS NOT NULL;
        CREATE INDEX deliveryClaimed ON delivery (claimedUntil) WHERE claimedUntil IS NOT NULL;
        CREATE INDEX deliveryWaiting ON delivery (isDelayed, firstDueAt) WHERE dueAt IS NOT NULL;
        CREATE INDEX deliveryHeld ON delivery (contact) WHERE state = 'held';
        CREATE UNIQUE INDEX deliveryOfVersion ON delivery (versionID, contact) WHERE versionID IS NOT NULL;
        CREATE INDEX deliveryOfMeeting ON delivery (meetingID) WHERE meetingID IS NOT NULL;
        CREATE INDEX deliveryOfFile ON delivery (fileID) WHERE fileID IS NOT NULL;

        CREATE TABLE deliveryTally (
            purpose TEXT NOT NULL,
            state TEXT NOT NULL,
            count INTEGER NOT NULL CHECK (count >= 0),
            PRIMARY KEY (purpose, state)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE attempt (
            id INTEGER PRIMARY KEY,
            deliveryID INTEGER NOT NULL REFERENCES delivery (id),
            number INTEGER NOT NULL CHECK (number > 0),
            startedAt INTEGER NOT NULL,
            isRepeat INTEGER NOT NULL CHECK (isRepeat IN (0, 1)),
            finishedAt INTEGER,
            outcome TEXT CHECK (outcome IN ('accepted', 'deferred', 'refused', 'unknown', 'not-tried')),
            stage TEXT CHECK (stage IN (
                'prepare', 'connect', 'tls', 'authenticate', 'mail-from', 'recipient', 'data', 'final')),
            code INTEGER,
            enhancedCode TEXT,
            reply TEXT,
            tls TEXT,
            peer TEXT,
            UNIQUE (deliveryID, number),
            CONSTRAINT finishedWithOutcome CHECK (
                (finishedAt IS NULL) = (outcome IS NULL) AND (finishedAt IS NULL) = (reply IS NULL)),
            CONSTRAINT resultWhenFinished CHECK (
                finishedAt IS NOT NULL OR coalesce(stage, code, enhancedCode, tls, peer) IS NULL)
        ) STRICT;
        CREATE UNIQUE INDEX attemptUnderWay ON attempt (deliveryID) WHERE finishedAt IS NULL;
        CREATE INDEX attemptAccepted ON attempt (finishedAt) WHERE outcome = 'accepted';

        CREATE TABLE contactState (
            contact TEXT PRIMARY KEY CHECK (contact <> ''),
            disabledAt INTEGER NOT NULL,
            why TEXT NOT NULL CHECK (why <> '')
        ) STRICT, WITHOUT ROWID;

        """

    /// What no row may become, whatever the code above it does; and the counts, which no page could afford to count.
    static let deliveryGuards = """
        CREATE TRIGGER deliveryKept BEFORE DELETE ON delivery
        BEGIN SELECT RAISE(ABORT, 'a delivery is never forgotten'); END;
        CREATE TRIGGER deliveryFixed
        BEFORE UPDATE OF purpose, versionID, meetingID, fileID, partner, person, token, messageID, messageDate,
            createdAt ON delivery
        BEGIN SELECT RAISE(ABORT, 'the identity of a delivery does not change'); END;
        CREATE TRIGGER deliveryContactFixed BEFORE UPDATE OF contact ON delivery
        WHEN OLD.contact IS NOT NULL AND NEW.contact IS NOT OLD.contact
        BEGIN SELECT RAISE(ABORT, 'a delivery keeps its contact'); END;
        CREATE TRIGGER deliveryAddressFixed BEFORE UPDATE OF address, channel, rendition ON delivery
        WHEN NEW.state NOT IN ('held', 'queued')
        BEGIN SELECT RAISE(ABORT, 'an address changes only before an attempt'); END;
        CREATE TRIGGER deliveryAttemptsGrow BEFORE UPDATE OF attempts, mayHaveArrived ON delivery
        WHEN NEW.attempts < OLD.attempts OR NEW.mayHaveArrived < OLD.mayHaveArrived
        BEGIN SELECT RAISE(ABORT, 'what was attempted stays attempted'); END;
        CREATE TRIGGER deliveryFinal BEFORE UPDATE OF state ON delivery
        WHEN OLD.state IN ('withdrawn', 'acknowledged') AND NEW.state <> OLD.state
        BEGIN SELECT RAISE(ABORT, 'a final state is not left'); END;
        CREATE TRIGGER deliveryClaimedWhenWaiting BEFORE UPDATE OF state ON delivery
        WHEN NEW.state = 'attempting' AND OLD.state NOT IN ('queued', 'deferred', 'unknown')
        BEGIN SELECT RAISE(ABORT, 'only what waits is attempted'); END;
        CREATE TRIGGER deliveryMade BEFORE INSERT ON delivery
        WHEN NEW.state NOT IN ('held', 'queued')
        BEGIN SELECT RAISE(ABORT, 'a delivery begins as held or queued'); END;

        CREATE TRIGGER deliveryOfHeldVersionMade BEFORE INSERT ON delivery
        WHEN NEW.state = 'queued' AND EXISTS (
            SELECT 1 FROM version WHERE id = NEW.versionID
            AND (replacedAt IS NOT NULL OR withdrawnAt IS NOT NULL
                OR disposition = 'hold' AND releasedAt IS NULL))
        BEGIN SELECT RAISE(ABORT, 'these minutes may not be sent'); END;
        CREATE TRIGGER deliveryOfHeldVersion BEFORE UPDATE OF state ON delivery
        WHEN NEW.state IN ('queued', 'attempting') AND EXISTS (
            SELECT 1 FROM version WHERE id = NEW.versionID
            AND (replacedAt IS NOT NULL OR withdrawnAt IS NOT NULL
                OR disposition = 'hold' AND releasedAt IS NULL))
        BEGIN SELECT RAISE(ABORT, 'these minutes may not be sent'); END;

        CREATE TRIGGER deliveryTallied AFTER INSERT ON delivery
        BEGIN
            INSERT INTO deliveryTally (purpose, state, count) VALUES (NEW.purpose, NEW.state, 1)
            ON CONFLICT DO UPDATE SET count = count + 1;
        END;
        CREATE TRIGGER deliveryTalliedAgain AFTER UPDATE OF state ON delivery WHEN NEW.state <> OLD.state
        BEGIN
            UPDATE deliveryTally SET count = count - 1 WHERE purpose = OLD.purpose AND state = OLD.state;
            INSERT INTO deliveryTally (purpose, state, count) VALUES (NEW.purpose, NEW.state, 1)
            ON CONFLICT DO UPDATE SET count = count + 1;
        END;

        CREATE TRIGGER attemptKept BEFORE DELETE ON attempt
        BEGIN SELECT RAISE(ABORT, 'an attempt is never forgotten'); END;
        CREATE TRIGGER attemptFixed BEFORE UPDATE OF deliveryID, number, startedAt, isRepeat ON attempt
        BEGIN SELECT RAISE(ABORT, 'what was attempted does not change'); END;
        CREATE TRIGGER attemptFinished BEFORE UPDATE ON attempt WHEN OLD.finishedAt IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'the result of an attempt does not change'); END;

        """
}
