/// Lists of people sorted by agency: "Northmere Police" in a line of its own, and its people as list items under it.
extension OutlineBuilder {
    /// The agency that a line of the attendance part names and nothing else, with its people as list items below.
    ///
    /// It is no participant, and "Education" over the head teacher opens no part about what the school said.
    func agencyLine(_ block: Block, before next: Block?) -> String? {
        guard section?.evidence != nil, case .paragraph(let line) = block.content,
            case .listItem(_, let item)? = next?.content
        else { return nil }
        let name = line.text.trimmed.bare
        guard !name.contains("\n"), Tokens(name).count <= 6, name.first?.isUppercase == true,
            lines.namesPerson(item.text), !lines.namesPerson(name)
        else { return nil }
        // "Invited, no reply" divides the list otherwise.
        guard section(named: name, isCertain: false)?.evidence == nil else { return nil }
        let isAgency =
            classifier.partner(ofLabel: name) != nil
            || PieceReader(
                vocabulary: vocabulary,
                responses: ResponseReader(vocabulary: vocabulary)
            ).kind(of: name) == .organisation
        return isAgency ? name : nil
    }

    mutating func enterAgency(_ name: String) {
        agencyName = name
        agency = classifier.partner(ofLabel: name) ?? classifier.agency(named: name)
        partBeforeList = nil
    }

    /// The list under the agency's line is over.
    mutating func leaveAgency() {
        guard !agencyName.isEmpty else { return }
        agencyName = ""
        agency = nil
    }
}
