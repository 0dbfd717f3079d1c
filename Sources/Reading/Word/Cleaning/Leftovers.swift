/// Takes out of a part what leads to something that a cleaned file no longer has, and what says who wrote it when.
struct Leftovers {
    /// The part's relationships that are taken away, by id.
    let lostRelationships: Set<String>
    /// Page headers and footers that no page has, by their relationships.
    var unusedPages: Set<String> = []
    /// Marks of notes that the text has; `nil` for a part that holds no notes.
    var notes: Set<String>?
    /// The part may keep its text wherever it likes, as charts do.
    var showsAllText = false

    func remove(from root: XMLNode, of tree: XMLTree) throws(ReadingError) {
        clean(root)
        try root.transform { node throws(ReadingError) in
            clean(node)
            return try fate(of: node, in: tree)
        }
        if !showsAllText { dropStrayText(in: root, tree) }
        Alternatives.reduce(root, tree)
        guard !root.contains(leadsNowhere) else {
            throw .notCleanable("something on its pages would be lost with what is taken out")
        }
    }

    private func fate(of node: XMLNode, in tree: XMLTree) throws(ReadingError) -> XMLNode.Fate {
        switch node.tag {
        case .commentStart, .commentEnd, .commentReference, .dataBinding, .laterDataBinding, .editorStart,
            .editorEnd, .printerSettings, .webVideo, .subdocument, .oleObject, .objectEmbedded, .objectLinked,
            .movie, .linkOnClick, .linkOnHover, .linkOnMouse, .chartData, .revisionID, .revisionIDs,
            .documentVariables, .mailMerge, .attachedTemplate, .transformOnSaving:
            return .drop
        case .alternativeFormatChunk: throw .notCleanable("it shows a whole file that was inserted into it")
        case .hyperlink: return node.attributes.contains(where: \.isRelationship) ? .splice : .keep
        case .headerReference, .footerReference:
            return node.attributes.contains { $0.isRelationship && unusedPages.contains($0.value) }
                ? .drop : .keep
        case .footnote, .endnote:
            guard let notes, node.attribute("type").map({ $0 == "normal" }) ?? true else { return .keep }
            return notes.contains(node.attribute("id") ?? "") ? .keep : .drop
        case .drawing, .picture: return node.shows(isLinkedOnly) ? .drop : .keep
        // Effects on a picture come with the picture as it was before.
        case .drawingExtension: return node.contains(leadsNowhere) ? .drop : .keep
        default: return .keep
        }
    }

    private func clean(_ node: XMLNode) {
        guard !node.attributes.isEmpty else { return }
        node.cutAttributes(where: \.isRevisionID)
        switch node.tag {
        case .drawnImage:
            node.cutAttributes { $0.isRelationship && $0.name == "link" }
        case .imageData, .fill, .stroke:
            node.cutAttributes { $0.name == "href" || $0.name == "src" && !$0.isRelationship }
        case .shape, .shapeGroup, .shapeRectangle, .shapeRoundRectangle, .shapeOval, .shapeLine, .shapeImage:
            node.cutAttributes { $0.name == "href" }
        default: break
        }
    }

    /// A picture that is only linked: nothing of it is in the file.
    private func isLinkedOnly(_ node: XMLNode) -> Bool {
        switch node.tag {
        case .drawnImage:
            node.attributes.contains { $0.isRelationship && $0.name == "link" }
                && !node.attributes.contains { $0.name == "embed" && !lostRelationships.contains($0.value) }
        case .imageData:
            node.attributes.contains { $0.isRelationship && lostRelationships.contains($0.value) }
                && !node.attributes.contains {
                    $0.isRelationship && $0.name == "id" && !lostRelationships.contains($0.value)
                }
        default: false
        }
    }

    private func leadsNowhere(_ node: XMLNode) -> Bool {
        node.attributes.contains { attribute in
            attribute.isRelationship && lostRelationships.contains(attribute.value)
                && !node.isCut(attribute)
        }
    }

    private func dropStrayText(in node: XMLNode, _ tree: XMLTree) {
        if let tag = node.tag, !tag.mayHoldText {
            node.children.removeAll { $0.tag == nil && PartScan.isWords(tree.text(of: $0)) }
        }
        for child in node.children { dropStrayText(in: child, tree) }
    }
}

/// Of alternatives for several programs, takes away those that say something else than the one that is read.
enum Alternatives {
    static func reduce(_ node: XMLNode, _ tree: XMLTree) {
        for child in node.children { reduce(child, tree) }
        guard node.tag == .alternateContent else { return }
        let branches = node.children.filter { $0.tag == .choice || $0.tag == .fallback }
        guard let chosen = branches.first(where: { $0.tag == .fallback || $0.isUnderstood }) else { return }
        let words = text(chosen, tree)
        node.children.removeAll { branch in
            guard branch !== chosen, branch.tag != nil else { return false }
            let other = text(branch, tree)
            return !other.isEmpty && other != words
        }
    }

    private static func text(_ node: XMLNode, _ tree: XMLTree) -> String {
        switch node.tag {
        case .text, .deletedText, .mathText: tree.text(of: node).filter { !$0.isWhitespace }
        default: node.children.map { text($0, tree) }.joined()
        }
    }
}
