/// Finds the people whom a sentence names: "Shanice’s social worker, Wioletta Kaczmarek", "Mr Alun Bevan, who is the
/// head of the Virtual School", "DC Tideswell from the child protection team of Lancashire Constabulary".
struct MentionReader {
    let people: PersonReader
    let apposition: Apposition

    init(people: PersonReader) {
        self.people = people
        apposition = Apposition(people: people)
    }

    func mentions(in sentence: String) -> [PersonMention] {
        var found: [PersonMention] = []
        let spans = ProseAttendance.nameSpans(in: sentence).filter { isName($0, in: sentence) }
        for (index, span) in spans.enumerated() {
            let start = found.last?.range.upperBound ?? sentence.startIndex
            // "welfare officer of the charity Swim Lancashire": the name of a body, said of the person before.
            guard span.lowerBound >= start else { continue }
            let next = spans.dropFirst(index + 1).map(\.lowerBound)
            found.append(mention(span, in: sentence, from: start, next: next))
        }
        return found
    }

    private func mention(
        _ span: Range<String.Index>,
        in sentence: String,
        from start: String.Index,
        next: [String.Index]
    ) -> PersonMention {
        let name = String(sentence[span])
        let tail = sentence[span.upperBound...]
        let behind = apposition.details(behind: tail, names: next)
        var pieces = behind.map(\.pieces) ?? []
        let before = apposition.detail(before: sentence[start..<span.lowerBound])
        if let before, pieces.isEmpty || !isRole(pieces) { pieces.insert(contentsOf: before.pieces, at: 0) }
        let text = ([name] + pieces).joined(separator: ", ")
        var person =
            people.person(in: text, allowsRoleOnly: false, isNamePlace: true)
            ?? PersonReader.Person(name: name)
        // Pieces that look like a name in front are none: the name is what the sentence shows.
        person.name = PersonName.tidied(name)
        if let remark = behind?.remark { person.note = remark }
        return PersonMention(
            person: person,
            range: (before?.start ?? span.lowerBound)..<(behind?.end ?? span.upperBound),
            nameRange: span
        )
    }

    private func isRole(_ pieces: [String]) -> Bool {
        pieces.contains { people.pieces.kind(of: $0) == .role }
    }

    /// "Hollin Bank" and "Early Help" are spelled as names are, and so is the beginning of "Rakesfold Royal Hospital".
    private func isName(_ span: Range<String.Index>, in sentence: String) -> Bool {
        let text = String(sentence[span])
        let isKnownWord = Tokens(text).words.first.map { $0.id > 0 } ?? true
        if isFollowedByBody(sentence[span.upperBound...], isKnownWord) { return false }
        if PersonName.hasTitle(text) { return true }
        let tokens = Tokens(text)
        let vocabulary = people.vocabulary
        guard vocabulary.agencies.matches(in: tokens).isEmpty,
            vocabulary.headings.meaning(ofAll: tokens) == nil,
            vocabulary.responses.meaning(ofAll: tokens) == nil, vocabulary.roles.meaning(ofAll: tokens) == nil
        else { return false }
        // "Paula Nurse", not "Staff Nurse": a first word that the vocabulary does not know is somebody's.
        let isRole = people.pieces.kind(of: text) == .role && tokens.words.first.map { $0.id > 0 } ?? true
        return !isRole && ![.organisation, .team].contains(people.pieces.kind(of: text))
    }

    private func isFollowedByBody(_ tail: Substring, _ isKnownWord: Bool) -> Bool {
        var rest = tail
        for mark in ["’s", "'s", "’", "'"] where rest.hasPrefix(mark) {
            rest = rest.dropFirst(mark.count)
            break
        }
        guard rest.first == " " else { return false }
        let word = rest.dropFirst().prefix { $0.isLetter }
        let key = Tokens(String(word)).key
        if word.first?.isUppercase != true {
            return ["charity", "trust", "project", "academy"].contains(key)
        }
        return Cues.builtIn.words(of: .organisationWord).contains(key)
            || Cues.builtIn.words(of: .settingWord).contains(key)
            // "Designated Safeguarding Lead", but "Ann Carter Team Manager".
            || isKnownWord
                && (Cues.builtIn.words(of: .teamWord).contains(key)
                    || Cues.builtIn.words(of: .roleWord).contains(key))
    }
}
