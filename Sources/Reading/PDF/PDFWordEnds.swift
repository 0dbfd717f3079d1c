/// Tells the rest of a word that was cut where its cell ends from a word of its own.
enum PDFWordEnds {
    private static let shortWords: Set<String> = [
        "a", "all", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "did", "do", "due",
        "for",
        "get", "had", "has", "he", "her", "his", "if", "in", "is", "it", "its", "may", "me", "my", "no",
        "nor",
        "not", "now", "of", "off", "on", "one", "or", "our", "out", "own", "per", "saw", "say", "see", "she",
        "so", "the", "to", "too", "two", "up", "us", "via", "was", "we", "who", "why", "you", "yet",
    ]
    private static let ends: Set<String> = [
        "able", "ally", "ance", "ated", "ation", "ational", "ative", "ator", "ence", "ents", "gies", "ible",
        "ised", "isation", "ital", "ition", "ment", "ments", "ness", "ogies", "ship", "sing", "sion", "tact",
        "tacted", "ted", "ting", "tion", "tional", "tions", "tive", "tives", "ture", "vite", "vited",
    ]

    static func isEnd(_ text: String) -> Bool {
        let word = text.prefix { $0.isLetter }
        guard !word.isEmpty else { return false }
        return word.utf8.count <= 3 ? !shortWords.contains(String(word)) : ends.contains(String(word))
    }
}
