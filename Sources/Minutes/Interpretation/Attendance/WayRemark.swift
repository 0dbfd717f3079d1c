/// How somebody took part, told behind the name without a mark: "DC Lomas on Teams", "Mrs Tidy in the room".
struct WayRemark {
    /// The text with a comma before the way, so that it is a remark of its own.
    let person: String
    let hasWay: Bool

    init(_ text: String) {
        let tokens = Tokens(text)
        var result = text
        var found = false
        for index in tokens.words.indices where Self.links.contains(tokens.words[index].text) {
            var next = index + 1
            if ["the", "a"].contains(tokens.text(at: next) ?? "") { next += 1 }
            guard let word = tokens.text(at: next), Self.means.contains(word) else { continue }
            found = true
            let head = text[..<tokens.words[index].range.lowerBound].trimmed
            if let last = head.last, last.isLetter || last == "." || last == ")" {
                result = "\(head), \(text[tokens.words[index].range.lowerBound...])"
            }
            break
        }
        person = result
        hasWay =
            found || tokens.words.contains { ["dialled", "dialed", "joined", "present"].contains($0.text) }
    }

    private static let links: Set<String> = ["on", "by", "via", "in", "over"]
    private static let means: Set<String> = [
        "teams", "phone", "telephone", "video", "zoom", "person", "room", "call", "line", "link", "screen",
        "speaker", "speakerphone",
    ]
}
