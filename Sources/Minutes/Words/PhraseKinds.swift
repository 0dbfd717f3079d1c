/// A set of kinds of phrases: the vocabulary's tables and the cues, by number.
struct PhraseKinds: Sendable {
    private var low: UInt64 = 0
    private var middle: UInt64 = 0
    private var high: UInt64 = 0

    static let limit = 192

    mutating func insert(_ kind: Int) {
        let bit: UInt64 = 1 << UInt64(kind & 63)
        switch kind >> 6 {
        case 0: low |= bit
        case 1: middle |= bit
        default: high |= bit
        }
    }

    func contains(_ kind: Int) -> Bool {
        let bits =
            switch kind >> 6 {
            case 0: low
            case 1: middle
            default: high
            }
        return bits & 1 << UInt64(kind & 63) != 0
    }

    mutating func formUnion(_ other: PhraseKinds) {
        low |= other.low
        middle |= other.middle
        high |= other.high
    }
}
