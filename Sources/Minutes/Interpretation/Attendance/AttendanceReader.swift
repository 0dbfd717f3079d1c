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
            .map { $0.resting(on: "the answers under the agency's name") }
        found += PersonCards(outline: outline, vocabulary: vocabulary, grids: grids).listed()
            .map { $0.resting(on: "the lines about the person") }
        let lists = PeopleListReader(
            people: people,
            author: AuthorReader(outline: outline, people: people).author()
        )
        found += outline.passages.filter { $0.zone == .body }.flatMap { passage in
            let title = passage.labelOpensSection ? passage.label ?? passage.heading : passage.heading
            return lists.listed(in: passage).map { $0.resting(on: "listed under “\(title)”") }
        }
        found += QuestionForm(outline: outline, people: people).listed()
            .map { $0.resting(on: "the answers to the form's questions") }
        found += NumberedList(outline: outline, people: people).listed()
            .map { $0.resting(on: "“\($0.words)”") }
        let calls = CallLog(people: people)
        found += outline.bodyPassages.filter { $0.section == nil }.flatMap(calls.listed)
            .map { $0.resting(on: "the entry of a call", .likely) }
        if !found.contains(where: { $0.evidence >= .contributed }) {
            grids.takesBareLists = true
            if let first = outline.grids.lazy.map({ grids.people(in: $0) }).first(where: { !$0.isEmpty }) {
                found += first.map { $0.resting(on: "a list under the title", .likely) }
            }
        }
        found += OfficeHolders(outline: outline, people: people).listed()
            .map { $0.resting(on: "named as who chaired or took the minutes") }
        return found
    }
}

extension StringProtocol {
    func hasPrefixWord(_ word: String) -> Bool { lowercased().hasPrefix(word + " ") }
}
