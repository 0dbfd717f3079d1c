import Minutes

/// Reads a message.
enum MailReader {
    static func document(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Document {
        throw .unsupported("an e-mail")
    }
}
