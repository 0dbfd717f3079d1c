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

CREATE TABLE alert (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL CHECK (code <> ''),
    partner TEXT CHECK (partner <> ''),
    meetingID INTEGER REFERENCES meeting (id),
    versionID INTEGER REFERENCES version (id),
    fileID INTEGER REFERENCES file (id),
    deliveryID INTEGER REFERENCES delivery (id),
    contact TEXT CHECK (contact <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    raisedAt INTEGER NOT NULL,
    closedAt INTEGER,
    closedBy TEXT CHECK (closedBy <> ''),
    closedWhy TEXT CHECK (closedWhy <> ''),
    CONSTRAINT aboutSomething CHECK (coalesce(meetingID, fileID, deliveryID) IS NOT NULL),
    CONSTRAINT closedWithReason CHECK (
        (closedAt IS NULL) = (closedBy IS NULL) AND (closedAt IS NULL) = (closedWhy IS NULL))
) STRICT;

CREATE UNIQUE INDEX alertOfDelivery ON alert (deliveryID, code)
    WHERE closedAt IS NULL AND deliveryID IS NOT NULL;

CREATE UNIQUE INDEX alertOfFile ON alert (fileID, code)
    WHERE closedAt IS NULL AND deliveryID IS NULL AND fileID IS NOT NULL;

CREATE UNIQUE INDEX alertOfMeeting ON alert (meetingID, code, coalesce(partner, ''))
    WHERE closedAt IS NULL AND deliveryID IS NULL AND fileID IS NULL;

CREATE UNIQUE INDEX alertOfContact ON alert (contact, code)
    WHERE closedAt IS NULL AND contact IS NOT NULL;

CREATE INDEX alertOpen ON alert (code) WHERE closedAt IS NULL;

CREATE INDEX alertByMeeting ON alert (meetingID) WHERE meetingID IS NOT NULL;

CREATE INDEX alertByFile ON alert (fileID) WHERE fileID IS NOT NULL;

CREATE INDEX alertByVersion ON alert (versionID) WHERE versionID IS NOT NULL;

CREATE TABLE alertNotice (
    alertID INTEGER NOT NULL REFERENCES alert (id),
    deliveryID INTEGER NOT NULL REFERENCES delivery (id),
    PRIMARY KEY (alertID, deliveryID)
) STRICT, WITHOUT ROWID;

CREATE INDEX alertNoticeOfDelivery ON alertNotice (deliveryID);

CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL CHECK (actor <> ''),
    cause TEXT NOT NULL CHECK (cause <> ''),
    meetingID INTEGER REFERENCES meeting (id),
    versionID INTEGER REFERENCES version (id),
    fileID INTEGER REFERENCES file (id),
    deliveryID INTEGER REFERENCES delivery (id),
    alertID INTEGER REFERENCES alert (id),
    fromState TEXT,
    toState TEXT
) STRICT;

CREATE INDEX historyOfMeeting ON history (meetingID) WHERE meetingID IS NOT NULL;

CREATE TRIGGER alertKept BEFORE DELETE ON alert
BEGIN SELECT RAISE(ABORT, 'an alert is never forgotten'); END;

CREATE TRIGGER alertFixed
BEFORE UPDATE OF code, partner, meetingID, versionID, fileID, deliveryID, contact, text, raisedAt ON alert
BEGIN SELECT RAISE(ABORT, 'an alert does not change'); END;

CREATE TRIGGER alertClosed BEFORE UPDATE ON alert WHEN OLD.closedAt IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a closed alert does not change'); END;

CREATE TRIGGER alertNoticeKept BEFORE DELETE ON alertNotice
BEGIN SELECT RAISE(ABORT, 'who was told is never forgotten'); END;

CREATE TRIGGER historyKept BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;

CREATE TRIGGER historyFixed BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;

CREATE TABLE cleanedCopy (
    versionID INTEGER PRIMARY KEY REFERENCES version (id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    byteCount INTEGER NOT NULL CHECK (byteCount > 0),
    madeAt INTEGER NOT NULL,
    madeBy TEXT NOT NULL CHECK (madeBy <> ''),
    removed TEXT NOT NULL CHECK (removed <> '')
) STRICT;

CREATE TRIGGER cleanedCopyKept BEFORE DELETE ON cleanedCopy
BEGIN SELECT RAISE(ABORT, 'a cleaned copy is never forgotten'); END;

CREATE TRIGGER cleanedCopyFixed BEFORE UPDATE ON cleanedCopy
BEGIN SELECT RAISE(ABORT, 'a cleaned copy does not change'); END;

CREATE TRIGGER cleanedCopyMade BEFORE INSERT ON cleanedCopy
WHEN NOT EXISTS (
    SELECT 1 FROM version WHERE id = NEW.versionID AND disposition = 'hold'
    AND releasedAt IS NULL AND withdrawnAt IS NULL AND replacedAt IS NULL)
BEGIN SELECT RAISE(ABORT, 'only minutes that are held are cleaned'); END;
