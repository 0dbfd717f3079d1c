/// Reads what stands beside a name in a sentence and says who the person is.
struct Apposition {
    let people: PersonReader

    struct Details {
        /// Role and organisation, a piece each.
        var pieces: [String] = []
        var end: String.Index
        /// What a bracket says of taking part.
        var remark: String?
    }

    // MARK: Behind the name

    /// Bracket, comma or "of" behind the name; `names` are the places where further names begin.
    func details(behind tail: Substring, names: [String.Index]) -> Details? {
        var details = Details(end: tail.startIndex)
        var rest = tail
        while let more = bracket(rest) ?? linked(rest, names) ?? clause(rest, names) {
            details.pieces += more.pieces
            details.end = more.end
            rest = tail[more.end...]
            if details.pieces.count > 4 { break }
        }
        return details.end > tail.startIndex ? details : nil
    }

    /// "(Headteacher, Sandgate Primary School)", "(DK)".
    private func bracket(_ rest: Substring) -> Details? {
        let text = rest.drop(while: \.isWhitespace)
        guard text.first == "(" || text.first == "[", let close = Self.closing(text) else { return nil }
        let inside = String(text[text.index(after: text.startIndex)..<close])
        let end = text.index(after: close)
        let pieces = PersonPieces.cut(inside).map(\.text).filter { !isInitials($0) }
        return Details(pieces: pieces.flatMap(split), end: end)
    }

    /// "of business support", "from the child protection team of Lancashire Constabulary", "for the school".
    private func linked(_ rest: Substring, _ names: [String.Index]) -> Details? {
        guard let link = Self.links.first(where: { rest.hasPrefix(" \($0) ") }) else { return nil }
        let start = rest.index(rest.startIndex, offsetBy: link.count + 2)
        guard let (text, end) = phrase(rest[start...], names) else { return nil }
        let pieces = split(text)
        guard
            pieces.contains(where: { isDetail($0) }) || pieces.allSatisfy({ $0.first?.isUppercase == true }),
            Tokens(text).count <= 12
        else { return nil }
        return Details(pieces: pieces, end: end)
    }

    /// ", supervising social worker with Lantern Fostering", ", who is the head of the Virtual School,".
    private func clause(_ rest: Substring, _ names: [String.Index]) -> Details? {
        let mark = rest.drop(while: \.isWhitespace)
        guard let first = mark.first, ",–—-".contains(first) else { return nil }
        var start = mark.index(after: mark.startIndex)
        guard first == "," || mark.dropFirst().first?.isWhitespace == true else { return nil }
        while start < rest.endIndex, rest[start].isWhitespace { start = rest.index(after: start) }
        var body = rest[start...]
        for opening in ["who is ", "who was ", "who are ", "who works as ", "who leads ", "being "]
        where body.hasPrefix(opening) {
            body = body.dropFirst(opening.count)
        }
        // "…, also a parent governor" is not why the person came.
        if names.contains(body.startIndex) || body.hasPrefix("also ") { return nil }
        guard let (text, end) = phrase(body, names) else { return nil }
        let pieces = split(text)
        guard !pieces.isEmpty, pieces.allSatisfy(isDetail) || isDetail(text) else { return nil }
        return Details(pieces: pieces, end: end)
    }

    // MARK: Before the name

    struct Lead {
        var pieces: [String]
        var start: String.Index
    }

    /// "Shanice’s social worker, ", "The headteacher of Otterbridge Girls’ School, ", "safeguarding lead ".
    func detail(before text: Substring) -> Lead? {
        var lead = text
        while let last = lead.last, last.isWhitespace { lead = lead.dropLast() }
        let hasComma = lead.last == "," || lead.last == ":"
        if hasComma { lead = lead.dropLast() }
        let body = Self.lastPhrase(of: lead)
        let tokens = Tokens(String(body))
        guard (1...12).contains(tokens.count) else { return nil }
        let matches =
            people.vocabulary.roles.matches(in: tokens) + people.vocabulary.weakRoles.matches(in: tokens)
        // The longest noun phrase that ends at the name: from its determiner, or from the role itself.
        guard let match = matches.min(by: { $0.words.lowerBound < $1.words.lowerBound }) else { return nil }
        let determiner = tokens.words[..<match.words.lowerBound].lastIndex { word in
            Self.determiners.contains(word.text) || Self.isPossessive(tokens.text[word.range])
        }
        if hasComma, determiner == nil, match.words.lowerBound > 0 || body.startIndex > text.startIndex {
            return nil
        }
        let start = determiner.map { $0 + 1 } ?? match.words.lowerBound
        guard start < tokens.count, start <= match.words.lowerBound, match.words.lowerBound - start <= 2
        else { return nil }
        let range = tokens.words[start].range.lowerBound..<tokens.words[tokens.count - 1].range.upperBound
        let phrase = String(tokens.text[range])
        let pieces = split(phrase)
        let isAtEnd = match.words.upperBound == tokens.count
        guard isAtEnd || pieces.count > 1 else { return nil }
        let offset = tokens.words[determiner ?? start].range.lowerBound
        let distance = tokens.text.distance(from: tokens.text.startIndex, to: offset)
        return Lead(pieces: pieces, start: body.index(body.startIndex, offsetBy: distance))
    }

    /// The words since the last mark or clause.
    private static func lastPhrase(of text: Substring) -> Substring {
        var start = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            if ",;:().–—".contains(text[index]) { start = text.index(after: index) }
            for word in [
                " and ", " by ", " from ", " with ", " were ", " was ", " that ", " but ", " while ",
            ]
            where text[index...].hasPrefix(word) {
                start = text.index(index, offsetBy: word.count)
            }
            index = text.index(after: index)
        }
        return text[start...]
    }

    // MARK: Pieces

    /// Up to the next mark, verb or person.
    private func phrase(_ text: Substring, _ names: [String.Index]) -> (text: String, end: String.Index)? {
        var end = text.endIndex
        // "welfare officer of the charity Swim Lancashire": behind "of" stands a body, whatever it looks like.
        let next = names.first {
            $0 > text.startIndex && $0 < text.endIndex
                && !Self.bodyLinks.contains(text[..<$0].split(separator: " ").last.map(String.init) ?? "")
        }
        if let next { end = min(end, next) }
        var index = text.startIndex
        while index < end {
            let character = text[index]
            let after = text.index(after: index)
            let isStop =
                ",;:([–—".contains(character)
                || character == "." && (after == text.endIndex || text[after].isWhitespace)
            if isStop { end = index }
            index = after
        }
        var body = text[..<end]
        let tokens = Tokens(String(body))
        if let verb = firstVerb(in: tokens) {
            let distance = tokens.text.distance(
                from: tokens.text.startIndex,
                to: tokens.words[verb].range.lowerBound
            )
            body = body[..<body.index(body.startIndex, offsetBy: distance)]
        }
        // "… of Lancashire Constabulary and" belongs to the next person.
        for word in ["and", "with", "but", "also", "who", "which", "both", "as", "the", "by"] {
            let bare = body.dropLastWhitespace
            if bare.hasSuffix(" \(word)") || bare == word { body = bare.dropLast(word.count) }
        }
        let phrase = body.bare
        guard !phrase.isEmpty, let last = body.dropLastWhitespace.indices.last else { return nil }
        return (Self.withoutArticle(phrase), body.index(after: last))
    }

    private func firstVerb(in tokens: Tokens) -> Int? {
        let verbs = Cues.builtIn.words(of: .clauseWord)
        let clause = people.vocabulary.clauses.matches(in: tokens).first?.words.lowerBound
        let word = tokens.words.firstIndex { verbs.contains($0.text) }
        return [clause, word].compactMap { $0 }.min()
    }

    /// Role and organisation of "welfare officer of the charity Swim Lancashire".
    func split(_ text: String) -> [String] {
        let tokens = Tokens(text)
        for index in tokens.words.indices.dropFirst()
        where Self.links.contains(tokens.words[index].text) && index + 1 < tokens.count {
            // "head of the Virtual School", "lead for safeguarding" are roles as they stand.
            let isInside =
                (people.vocabulary.roles.matches(in: tokens) + people.vocabulary.weakRoles.matches(in: tokens))
                .contains {
                    $0.words.lowerBound < index && $0.words.upperBound > index
                }
            guard !isInside else { continue }
            var next = index + 1
            while next < tokens.count - 1, Self.fillers.contains(tokens.words[next].text) { next += 1 }
            let rest = String(text[tokens.words[next].range.lowerBound...])
            let isBody =
                rest.first?.isUppercase == true || rest.first?.isNumber == true
                || [.organisation, .team].contains(people.pieces.kind(of: rest))
                || people.vocabulary.agencies.prefix(of: Tokens(rest)) != nil
            guard isBody else { continue }
            let head = text[..<tokens.words[index].range.lowerBound].bare
            return [Self.withoutArticle(head)] + split(rest)
        }
        return [Self.withoutArticle(text)]
    }

    private func isDetail(_ text: String) -> Bool {
        let tokens = Tokens(text)
        guard (1...12).contains(tokens.count) else { return false }
        if [.role, .team, .organisation].contains(people.pieces.kind(of: text)) { return true }
        if people.pieces.isRole(tokens), !people.pieces.isSentence(tokens) { return true }
        return text.first?.isUppercase == true && !people.vocabulary.agencies.matches(in: tokens).isEmpty
    }

    private static let links = ["at", "of", "from", "with", "for", "in"]
    private static let bodyLinks: Set<String> = ["of", "from", "at", "the", "charity", "for", "in"]
    private static let determiners: Set<String> = [
        "the", "our", "her", "his", "their", "a", "an", "its", "my",
    ]
    private static let fillers: Set<String> = ["the", "a", "an", "our", "local", "charity"]

    private static func withoutArticle(_ text: String) -> String {
        for article in ["the ", "The ", "a ", "A ", "an ", "An ", "our ", "Our ", "her ", "his ", "their "]
        where text.hasPrefix(article) {
            return String(text.dropFirst(article.count))
        }
        return text
    }

    private static func isPossessive(_ word: Substring) -> Bool {
        ["’s", "'s", "s’", "s'"].contains { word.hasSuffix($0) }
    }

    /// "(DK)", and not "(HV)".
    private func isInitials(_ text: String) -> Bool {
        (2...4).contains(text.count) && text.allSatisfy { $0.isUppercase || $0 == "-" }
            && people.pieces.kind(of: text) == .unknown
    }

    private static func closing(_ text: Substring) -> String.Index? {
        var depth = 0
        for index in text.indices {
            if "([".contains(text[index]) { depth += 1 }
            if ")]".contains(text[index]) { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }
}

extension Substring {
    var dropLastWhitespace: Substring {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
