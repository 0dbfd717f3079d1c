extension Schema {
    /// The documents that are sent in place of those that were dropped.
    ///
    /// A copy is there before anything of its version may leave, and so one version is never sent in two shapes.
    static let cleanedCopies = """
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

        """
}
