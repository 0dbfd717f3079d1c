/// Turns fields that fetch something, carry words of their own, lead outside or show a property of the file into what they
/// show.
enum FieldUnlinking {
    static func unlink(in root: XMLNode, of tree: XMLTree) throws(ReadingError) {
        var fields = Fields(tree: tree)
        fields.visit(root)
        let gone = fields.gone
        try root.transform { node throws(ReadingError) in
            if gone.contains(ObjectIdentifier(node)) { return .drop }
            return node.tag == .simpleField && isUnlinked(FieldCode(node.attribute("instr") ?? ""))
                ? .splice : .keep
        }
    }

    fileprivate static func isUnlinked(_ code: FieldCode) -> Bool { code != .ordinary }
}

/// The fields of a story in its order, each from begin to end.
private struct Fields {
    let tree: XMLTree
    /// What is not shown of fields that are unlinked.
    var gone: Set<ObjectIdentifier> = []
    private var open: [Field] = []

    init(tree: XMLTree) { self.tree = tree }

    private struct Field {
        var instruction = ""
        var isResult = false
        /// Its begin, its instruction and its other marks.
        var unseen: [XMLNode] = []
        var hasWords = false
        /// Old form fields show their state and not their result.
        var isForm = false
    }

    mutating func visit(_ node: XMLNode) {
        for child in node.children {
            switch child.tag {
            case .textBox:
                // A text box is a story in a story.
                var inner = Fields(tree: tree)
                inner.visit(child)
                gone.formUnion(inner.gone)
            case .run:
                for piece in child.children where piece.tag != nil && piece.tag != .runProperties {
                    take(piece)
                }
                visit(child)
            case .paragraph:
                visit(child)
                // As for the reader: an instruction does not go on in the next paragraph.
                for index in open.indices { open[index].isResult = true }
            default: visit(child)
            }
        }
    }

    private mutating func take(_ piece: XMLNode) {
        let type = piece.tag == .fieldCharacter ? piece.attribute("fldCharType") : nil
        if type == "begin" { open.append(Field(isForm: piece.child(.formField) != nil)) }
        for index in open.indices where !open[index].isResult { open[index].unseen.append(piece) }
        guard let last = open.indices.last else { return }
        switch (piece.tag, type) {
        case (.fieldInstruction, _):
            if !open[last].isResult { open[last].instruction += tree.text(of: piece) }
        case (.fieldCharacter, "separate"):
            if open[last].isResult { open[last].unseen.append(piece) }
            open[last].isResult = true
        case (.fieldCharacter, "end"):
            if open[last].isResult { open[last].unseen.append(piece) }
            close(open.removeLast())
        case (.text, _):
            guard !tree.text(of: piece).isBlank else { return }
            for index in open.indices where !open[index].isResult { open[index].hasWords = true }
        default: break
        }
    }

    private mutating func close(_ field: Field) {
        let isUnlinked = FieldUnlinking.isUnlinked(FieldCode(field.instruction))
        guard isUnlinked || field.hasWords && !field.isForm else { return }
        gone.formUnion(field.unseen.map { ObjectIdentifier($0) })
    }
}
