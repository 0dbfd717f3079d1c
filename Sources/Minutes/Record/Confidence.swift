/// How sure a reading is, and what that rests on (issue 3, item 5).
package struct Confidence: Codable, Equatable, Sendable {
    package var level: Level
    /// A few plain words: what it was read from, or what speaks against it; "" in records of before reasons were kept.
    package var reason: String

    package init(_ level: Level, _ reason: String) {
        self.level = level
        self.reason = reason
    }

    /// Weakest first.
    package enum Level: String, Codable, CaseIterable, Comparable, Sendable {
        /// Holds the minutes where it matters for who was consulted, who gets them or when the meeting was.
        case doubtful
        /// Read from words that nearly always mean it, or pieced together.
        case likely
        /// The document says so in a place made for it.
        case certain

        package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .doubtful: 0
            case .likely: 1
            case .certain: 2
            }
        }
    }

    package static func certain(_ reason: String) -> Confidence { Confidence(.certain, reason) }
    package static func likely(_ reason: String) -> Confidence { Confidence(.likely, reason) }
    package static func doubtful(_ reason: String) -> Confidence { Confidence(.doubtful, reason) }
}
