/// Records in the ledger are JSON of the day on which they were taken in: what a record gained since then is missing there.
///
/// The decoding that the compiler writes asks for exactly these types, and so finds these functions.
extension KeyedDecodingContainer {
    func decode(_ type: [FieldReading].Type, forKey key: Key) throws -> [FieldReading] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    func decode(_ type: [PassedOver].Type, forKey key: Key) throws -> [PassedOver] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    func decode(_ type: [Identifier].Type, forKey key: Key) throws -> [Identifier] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    func decode(_ type: Confidence.Type, forKey key: Key) throws -> Confidence {
        try decodeIfPresent(type, forKey: key) ?? .likely("")
    }
}
