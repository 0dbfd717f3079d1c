/// Finds everybody whom a document lists as invited, present, apologising or consulted.
struct AttendanceReader {
    let outline: Outline
    let vocabulary: Vocabulary
    private let people: PersonReader
    private let key: [String: Evidence]

    init(outline: Outline, vocabulary: Vocabulary) {
        self.outline = outline
        self.vocabulary = vocabulary
        var key: [String: Evidence] = [:]
        for passage in outline.passages {
            key.merge(CodeKey(vocabulary: vocabulary).codes(in: passage)) { $1 }
        }
        self.key = key
        people = PersonReader(vocabulary: vocabulary, key: key)
    }

    func listed() -> [Listed] {
        var grids = AttendanceGridReader(vocabulary: vocabulary, key: key)
        var found = outline.grids.flatMap { grids.people(in: $0) }
        found += AgencyForms(outline: outline, people: people).listed()
        found += PersonCards(outline: outline, vocabulary: vocabulary, grids: grids).listed()
        let lists = PeopleListReader(
            people: people,
            author: AuthorReader(outline: outline, people: people).author()
        )
        found += outline.passages.filter { $0.zone == .body }.flatMap(lists.listed)
        found += QuestionForm(outline: outline, people: people).listed()
        found += NumberedList(outline: outline, people: people).listed()
        let calls = CallLog(people: people)
        found += outline.bodyPassages.filter { $0.section == nil }.flatMap(calls.listed)
        if !found.contains(where: { $0.evidence >= .contributed }) {
            grids.takesBareLists = true
            if let first = outline.grids.lazy.map({ grids.people(in: $0) }).first(where: { !$0.isEmpty }) {
                found += first
            }
        }
        found += OfficeHolders(outline: outline, people: people).listed()
        return found
    }
}

extension StringProtocol {
    func hasPrefixWord(_ word: String) -> Bool { lowercased().hasPrefix(word + " ") }
}
