import Minutes

/// A kind of input that can be made of any size, to see what its size costs.
struct Shape {
    let name: String
    let target: FuzzTarget
    /// The input with so many of whatever it repeats.
    let input: @Sendable (Int) -> FuzzInput

    init(_ name: String, _ target: FuzzTarget, _ input: @escaping @Sendable (Int) -> FuzzInput) {
        self.name = name
        self.target = target
        self.input = input
    }

    /// A file that repeats one piece between two others; `#` in it is the number of the repetition.
    init(_ name: String, _ target: FuzzTarget, _ head: String, _ piece: String, _ tail: String = "") {
        self.init(name, target) { .file(Array((head + Shape.repeated(piece, $0) + tail).utf8)) }
    }

    static func repeated(_ piece: String, _ count: Int) -> String {
        guard piece.contains("#") else { return String(repeating: piece, count: count) }
        let parts = piece.split(separator: "#", omittingEmptySubsequences: false)
        return (0..<count).map { parts.joined(separator: String($0)) }.joined()
    }

    static let all: [Shape] = texts + pages + words + openTexts + richTexts + mails + prints + documents
}
