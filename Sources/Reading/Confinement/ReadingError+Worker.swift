extension ReadingError {
    private static let advice = " Copy its text into a new Word document and drop that."

    /// The child was killed for its time; tests tell it from other deaths.
    package static let timedOut = ReadingError(.readerFailed, "The document took too long to read." + advice)

    static let crashed = ReadingError(
        .readerFailed,
        "The document could not be read: the reader ran out of memory or stumbled over it." + advice
    )

    static let forbidden = ReadingError(
        .readerFailed,
        "The document made its reader do what no document may, and was not read. Do not open it; tell your IT team."
    )

    static let garbled = ReadingError(
        .readerFailed,
        "The reader gave no usable answer for the document." + advice
    )

    static let notStarted = ReadingError(
        .readerUnavailable,
        "The process that reads documents could not be started. Nothing is wrong with the document; it is tried again."
    )

    static let notConfined = ReadingError(
        .readerUnavailable,
        "The process that reads documents could not be confined on this machine, and so reads nothing. Nothing is "
            + "wrong with the document; tell your IT team."
    )
}
