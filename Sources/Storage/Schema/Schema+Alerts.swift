extension Schema {
    /// Alerts, which notice tells of which, and the append-only history of everything.
    static let alertTables = """
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

        """
}
