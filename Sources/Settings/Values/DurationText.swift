import struct Foundation.TimeInterval

/// Durations as people write them in the configuration: a whole number and one of `s`, `m`, `h`, `d`.
enum DurationText {
    private static let units: [(letter: Character, seconds: TimeInterval)] = [
        ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
    ]

    static func seconds(_ text: String) -> TimeInterval? {
        let digits = text.dropLast()
        guard let letter = text.last, let unit = units.first(where: { $0.letter == letter }),
            (1...7).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let number = Int(digits)
        else { return nil }
        return TimeInterval(number) * unit.seconds
    }

    /// The shortest text of a duration: the largest unit that divides it.
    static func text(_ seconds: TimeInterval) -> String {
        let unit = units.first {
            seconds >= $0.seconds && seconds.truncatingRemainder(dividingBy: $0.seconds) == 0
        }
        return unit.map { "\(Int(seconds / $0.seconds))\($0.letter)" } ?? "\(Int(seconds))s"
    }
}
