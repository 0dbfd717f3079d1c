/// A page header or footer that a section asks for.
struct SectionReference {
    var isHeader: Bool
    var relationship: String
    var type: String
    /// The section has a first page of its own, so that its header comes before the others.
    var hasTitlePage: Bool
}

extension StoryReader {
    /// Reads the properties of a section, for its page headers and footers.
    func section() throws(ReadingError) {
        var found: [SectionReference] = []
        var hasTitlePage = false
        try cursor.forEachChild { tag throws(ReadingError) in
            switch tag {
            case .headerReference, .footerReference:
                guard let id = cursor.attribute("id") else { return }
                found.append(
                    SectionReference(
                        isHeader: tag == .headerReference,
                        relationship: id,
                        type: cursor.attribute("type") ?? "default",
                        hasTitlePage: false
                    )
                )
            case .titlePage: hasTitlePage = cursor.isOn
            default: break
            }
        }
        hasFirstPages = hasFirstPages || hasTitlePage
        for index in found.indices { found[index].hasTitlePage = hasTitlePage }
        sections += found
    }
}
