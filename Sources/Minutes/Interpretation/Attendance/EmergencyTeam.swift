/// Finds the name of the emergency duty team that a record of the night carries as its letterhead.
enum EmergencyTeam {
    /// The name as a heading or line of its own gives it, such as "Emergency Duty Team"; `nil` where none does.
    static func name(in outline: Outline) -> String? {
        for passage in outline.passages.prefix(12) where passage.tokens.count <= 12 {
            for phrase in ["emergency duty team", "emergency duty service"] {
                guard let start = passage.tokens.firstIndex(ofPhrase: phrase) else { continue }
                return passage.tokens.original(start..<start + 3).split(separator: " ")
                    .map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(separator: " ")
            }
        }
        return nil
    }
}
