/// Whether words speak of a strategy meeting or discussion, however it is called or shortened.
enum StrategyMention {
    static func stands(in tokens: Tokens) -> Bool { place(in: tokens) != nil }

    /// The words that name it, the last of them being "meeting", "discussion", "minutes" or the like.
    static func place(in tokens: Tokens) -> Range<Int>? {
        if let found = tokens.first(.strategyMention) { return found }
        for start in tokens.words.indices where openings.contains(tokens.words[start].text) {
            // "Strategy telephone discussion", "strat. disc.", "S47 multi-agency meeting".
            for next in (start + 1)..<(start + 5) {
                if let word = tokens.text(at: next), meetings.contains(word) { return start..<(next + 1) }
            }
        }
        return nil
    }

    private static let openings = Cues.builtIn.words(of: .strategyWord)
    private static let meetings = Cues.builtIn.words(of: .strategyMeetingWord)
}
