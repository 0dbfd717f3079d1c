import CXML
import Minutes

/// Reads HTML, as mailers and case systems write it, into blocks.
///
/// libxml2 mends what is not well formed. What a browser hides is left out and counted.
struct HTMLReader {
    /// What was found, with quoted mail apart.
    struct Result {
        var blocks: [Block]
        var quoted: [Block]
        var traces: [Document.Trace]

        /// A table that holds data rather than layout.
        var hasDataTable: Bool {
            blocks.contains { block in
                guard case .table(let table) = block.content else { return false }
                return table.rows.count > 1 && table.rows.contains { $0.cells.count > 1 }
            }
        }
    }

    let limits: ReadingLimits
    var budget: BlockBudget
    var hiddenPieces = 0
    var quoted: [Block] = []

    // Where the reader stands.
    var line = HTMLLine()
    var listDepth = 0
    var depth = 0
    var tableNesting = 0

    static func read(_ html: String, limits: ReadingLimits) throws(ReadingError) -> Result {
        var html = html
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue
        // The text is decoded already, so that what the page says about its encoding no longer holds.
        let document = html.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                htmlReadMemory(
                    $0.baseAddress,
                    Int32(clamping: $0.count),
                    nil,
                    "UTF-8",
                    Int32(options)
                )
            }
        }
        guard let document else { throw .damaged }
        defer { xmlFreeDoc(document) }
        var reader = HTMLReader(limits: limits, budget: BlockBudget(limits))
        var container = Container(places: Places())
        if let root = xmlDocGetRootElement(document) { try reader.walk(root, in: &container) }
        try reader.flush(in: &container)
        var traces: [Document.Trace] = []
        if reader.hiddenPieces > 0 {
            let count = reader.hiddenPieces
            let detail = count == 1 ? "1 piece of hidden text" : "\(count) pieces of hidden text"
            traces.append(Document.Trace(kind: .hiddenText, count: count, detail: detail))
        }
        return Result(blocks: container.blocks, quoted: reader.quoted, traces: traces)
    }

    struct Container {
        var places: Places
        var blocks: [Block] = []
    }

    /// The children of a node, without the node itself.
    mutating func walkChildren(_ node: xmlNodePtr, in container: inout Container) throws(ReadingError) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= limits.elementDepth else { throw .nestedTooDeeply }
        var next = node.pointee.children
        while let child = next {
            next = child.pointee.next
            try walk(child, in: &container)
        }
    }

    mutating func walk(_ node: xmlNodePtr, in container: inout Container) throws(ReadingError) {
        switch node.pointee.type {
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE, XML_ENTITY_REF_NODE:
            if let content = node.pointee.content { line.append(String(cString: content)) }
        case XML_ELEMENT_NODE:
            guard let name = node.pointee.name.map({ String(cString: $0) }) else { return }
            if node.isHidden {
                if node.hasText { hiddenPieces += 1 }
                return
            }
            try element(name, node, in: &container)
        default: break
        }
    }

    private mutating func element(
        _ name: String,
        _ node: xmlNodePtr,
        in container: inout Container
    ) throws(ReadingError) {
        switch name {
        case "script", "style", "head", "template", "title", "object", "iframe": break
        case "br": line.breakLine()
        case "b", "strong": try styled(\.boldDepth, node, in: &container)
        case "s", "strike", "del": try styled(\.struckDepth, node, in: &container)
        case "pre", "textarea": try styled(\.preformattedDepth, node, in: &container)
        case "input": line.append(input: node)
        case "option" where node.attribute("selected") == nil: break
        case "h1", "h2", "h3", "h4", "h5", "h6":
            let level = Int(name.dropFirst()) ?? 1
            try separate(node, as: .heading(level: level, Line("")), in: &container)
        case "li": try separate(node, as: .listItem(level: max(0, listDepth - 1), Line("")), in: &container)
        case "ul", "ol":
            try flush(in: &container)
            listDepth += 1
            defer { listDepth -= 1 }
            try walkChildren(node, in: &container)
            try flush(in: &container)
        case "table":
            try flush(in: &container)
            try table(node, in: &container)
        case "blockquote" where node.attribute("type") == "cite", "div" where node.isQuotedMail,
            "blockquote" where node.isQuotedMail:
            try quote(node, in: &container)
        case "p", "div", "section", "article", "header", "footer", "main", "body", "html", "form", "fieldset",
            "address",
            "blockquote", "center", "dl", "dt", "dd", "figure", "caption", "legend", "hr", "details",
            "summary":
            try flush(in: &container)
            try walkChildren(node, in: &container)
            try flush(in: &container)
        default: try walkChildren(node, in: &container)
        }
    }

    private mutating func styled(
        _ style: WritableKeyPath<HTMLLine, Int>,
        _ node: xmlNodePtr,
        in container: inout Container
    ) throws(ReadingError) {
        line[keyPath: style] += 1
        defer { line[keyPath: style] -= 1 }
        try walkChildren(node, in: &container)
    }

    /// A heading or list item: what it is holds for its first paragraph.
    private mutating func separate(
        _ node: xmlNodePtr,
        as content: Block.Content,
        in container: inout Container
    ) throws(ReadingError) {
        try flush(in: &container)
        line.content = content
        try walkChildren(node, in: &container)
        try flush(in: &container)
        line.content = nil
    }

    private mutating func quote(_ node: xmlNodePtr, in container: inout Container) throws(ReadingError) {
        try flush(in: &container)
        var inner = Container(places: Places(prefix: "quoted mail, "))
        try walkChildren(node, in: &inner)
        try flush(in: &inner)
        quoted += inner.blocks
    }

    mutating func flush(in container: inout Container) throws(ReadingError) {
        guard let content = line.finish() else { return }
        try budget.spend()
        container.blocks.append(Block(place: container.places.nextParagraph(), content: content))
    }
}
