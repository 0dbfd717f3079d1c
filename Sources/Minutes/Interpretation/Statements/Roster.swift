/// The people whom a record lists, as its text calls them: by surname, first name or initials.
struct Roster {
    let participants: [Participant]
    private var bySurname: [String: [Int]] = [:]
    private var byFirstName: [String: [Int]] = [:]
    private var byInitials: [String: [Int]] = [:]
    private var children: Set<String> = []

    init(participants: [Participant], children: [Child]) {
        self.participants = participants
        for (index, participant) in participants.enumerated() {
            let core = PersonName.core(participant.name)
            guard let surname = core.last else { continue }
            bySurname[surname, default: []].append(index)
            // "Ms Ryton-Lee" is one word to the reader of names and two to the reader of words.
            if let part = surname.split(separator: "-").last.map(String.init), part != surname {
                bySurname[part, default: []].append(index)
            }
            if core.count > 1, let first = core.first, first.count > 2 {
                byFirstName[first, default: []].append(index)
            }
            for initials in Self.initials(of: core) { byInitials[initials, default: []].append(index) }
        }
        for child in children {
            self.children.formUnion(
                PersonName.core(child.name).flatMap { $0.split(separator: "-").map(String.init) }
            )
        }
    }

    /// The participant whom the word, as written in the text, stands for.
    func participant(_ word: Tokens.Word, in text: String, titled: Bool) -> Int? {
        let written = text[word.range]
        guard written.first?.isUppercase == true else { return nil }
        let key = word.text
        let bare = Self.withoutPossessive(key, written)
        if let found = only(bySurname[bare]), titled || !isChild(bare) { return found }
        if let found = only(byFirstName[bare]), !isChild(bare) { return found }
        guard (2...4).contains(written.count), written.allSatisfy(\.isUppercase) else { return nil }
        return only(byInitials[key])
    }

    func isChild(_ word: String) -> Bool { children.contains(word) }

    /// Whether nobody else of the partner is listed.
    func isSole(_ index: Int) -> Bool {
        participants.count { $0.partner == participants[index].partner } == 1
    }

    private func only(_ indices: [Int]?) -> Int? { indices?.count == 1 ? indices?.first : nil }

    /// "lomaxs" as the words of "Lomax’s" read.
    private static func withoutPossessive(_ key: String, _ written: Substring) -> String {
        written.hasSuffix("’s") || written.hasSuffix("'s") ? String(key.dropLast()) : key
    }

    private static func initials(of core: [String]) -> Set<String> {
        guard core.count > 1 else { return [] }
        let parts = core.flatMap { $0.split(separator: "-") }.compactMap(\.first)
        let ends = [core[0].first, core[core.count - 1].first].compactMap { $0 }
        return [String(parts), String(core.compactMap(\.first)), String(ends)]
    }
}
