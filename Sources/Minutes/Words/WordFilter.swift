/// Says quickly that a word cannot begin any phrase of a table; a "may" has to be looked up.
struct WordFilter: Sendable {
    private var bits = [UInt64](repeating: 0, count: 32)

    mutating func insert(_ hash: UInt32) { bits[Int(hash >> 6) & 31] |= 1 << UInt64(hash & 63) }

    func mayContain(_ hash: UInt32) -> Bool { bits[Int(hash >> 6) & 31] & (1 << UInt64(hash & 63)) != 0 }
}
