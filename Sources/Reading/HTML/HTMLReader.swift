import CXML
import Minutes

/// Reads HTML, as mailers, case systems and word processors write it, into blocks.
///
/// libxml2 mends what is not well formed. What a browser hides is left out and counted; nothing is fetched or run.
struct HTMLReader {
    /// What was found, with quoted mail apart.
    struct Result {
        var blocks: [Block] = []
        var headers: [Block] = []
        var footers: [Block] = []
        var quoted: [Block] = []
        var traces: [Document.Trace] = []

        /// A table that holds data rather than layout.
        var hasDataTable: Bool {
            blocks.contains { block in
                guard case .table(let table) = block.content else { return false }
                return table.rows.count > 1 && table.rows.contains { $0.cells.count > 1 }
            }
        }
    }

    let limits: ReadingLimits
    let head: HTMLHead
    var budget: BlockBudget
    var traces = TraceCounts()
    var headers: [Block] = []
    var footers: [Block] = []
    var quoted: [Block] = []

    // Where the reader stands.
    var line: HTMLLine
    var listDepth = 0
    var depth = 0
    var tableNesting = 0
    private var sheet = StyleSheet()
    private var inlineStyles: [String: HTMLStyle] = [:]

    struct Container {
        var places: Places
        var blocks: [Block] = []
    }

    /// Reads a page or a part of one, decoded already, so that what it says about its encoding no longer holds.
    static func read(_ html: String, limits: ReadingLimits) throws(ReadingError) -> Result {
        let tree = try HTMLTree(html)
        guard let root = tree.root else { return Result() }
        let head = HTMLHead(of: root)
        var reader = HTMLReader(
            limits: limits,
            head: head,
            budget: BlockBudget(limits),
            line: HTMLLine(isFromLibreOffice: head.generator == .libreOffice)
        )
        var container = Container(places: Places())
        try reader.walk(root, in: &container)
        try reader.flush(in: &container)
        if reader.sheet.isExhausted {
            throw .tooLarge("The page has more rules of style than any real minutes.")
        }
        return Result(
            blocks: container.blocks,
            headers: reader.headers,
            footers: reader.footers,
            quoted: reader.quoted,
            traces: reader.traces.traces
        )
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
        case XML_COMMENT_NODE:
            // LibreOffice writes the comments of a document as comments of the page.
            if head.generator == .libreOffice, depth > 2 { traces.comments += 1 }
        case XML_ELEMENT_NODE:
            guard let name = node.element else { return }
            let style = style(of: node, name)
            if isHidden(node, name, style) { return }
            let outer = line.format
            apply(style, name, node)
            try element(name, node, style, in: &container)
            line.format = outer
        default: break
        }
    }

    private mutating func element(
        _ name: String,
        _ node: xmlNodePtr,
        _ style: HTMLStyle,
        in container: inout Container
    ) throws(ReadingError) {
        if style.isWordMarker { return }
        if style.wordTabs > 0 { return line.appendTabs(style.wordTabs) }
        if style.wordElement != nil, try wordElement(node, style, in: &container) { return }
        switch name {
        case "style": sheet.add(node.allText)
        case "head": try walkStyles(node)
        case "script", "template", "title", "noscript", "button", "svg", "canvas", "audio", "video",
            "datalist",
            "math", "map", "nav", "meta", "link", "base":
            break
        case "object", "embed", "applet": traces.embeddedObjects += 1
        case "iframe", "frame": traces.externalLinks += 1
        case "img": image(node)
        case "br": line.breakLine()
        case "input", "select", "textarea", "option", "label", "dt", "dd", "dl":
            try formElement(name, node, in: &container)
        case "pre", "xmp", "listing": try preformatted(node, in: &container)
        case "h1", "h2", "h3", "h4", "h5", "h6":
            try separate(node, as: .heading(level: Int(name.dropFirst()) ?? 1, Line("")), in: &container)
        case "li" where style.display != .inline:
            try separate(node, as: .listItem(level: max(0, listDepth - 1), Line("")), in: &container)
        case "ul", "ol", "menu", "dir":
            try flush(in: &container)
            listDepth += 1
            defer { listDepth -= 1 }
            try walkChildren(node, in: &container)
            try flush(in: &container)
        case "table": try table(node, in: &container)
        case "blockquote" where node.attribute("type") == "cite", "div" where node.isQuotedMail,
            "blockquote" where node.isQuotedMail:
            try quote(node, in: &container)
        case "div" where head.generator == .libreOffice && node.attribute("title") == "header":
            try pagePart(node, "page header, ", into: \.headers)
        case "div" where head.generator == .libreOffice && node.attribute("title") == "footer":
            try pagePart(node, "page footer, ", into: \.footers)
        case "p" where style.wordListLevel != nil:
            try separate(node, as: .listItem(level: style.wordListLevel ?? 0, Line("")), in: &container)
        case "p" where node.hasClass(["msotitle"]):
            try separate(node, as: .heading(level: 1, Line("")), in: &container)
        case "p" where node.hasClass(["msosubtitle"]):
            try separate(node, as: .heading(level: 2, Line("")), in: &container)
        case _ where style.display == .table: try table(node, in: &container)
        case _ where HTMLReader.isLabel(node): try label(node, in: &container)
        case "p", "div", "section", "article", "header", "footer", "main", "body", "html", "form", "fieldset",
            "address", "blockquote", "center", "figure", "figcaption", "caption", "legend", "hr", "details",
            "summary", "aside", "hgroup", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot":
            if style.display == .inline { return try walkChildren(node, in: &container) }
            try block(node, in: &container)
        case _ where style.display == .block || style.display == .cell || style.display == .row:
            try block(node, in: &container)
        case "a", "sup", "span":
            if HTMLReader.isNoteSign(node) { return }
            try walkChildren(node, in: &container)
        default: try walkChildren(node, in: &container)
        }
    }

    private mutating func block(_ node: xmlNodePtr, in container: inout Container) throws(ReadingError) {
        try flush(in: &container, keepingLabel: true)
        try walkChildren(node, in: &container)
        try flush(in: &container, keepingLabel: true)
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

    private mutating func pagePart(
        _ node: xmlNodePtr,
        _ prefix: String,
        into part: WritableKeyPath<HTMLReader, [Block]>
    ) throws(ReadingError) {
        var inner = Container(places: Places(prefix: prefix))
        try walkChildren(node, in: &inner)
        try flush(in: &inner)
        self[keyPath: part] += inner.blocks
    }

    /// Text whose lines stand as they are: read as a plain text is, unless it has more in it than text.
    private mutating func preformatted(_ node: xmlNodePtr, in container: inout Container) throws(ReadingError)
    {
        try flush(in: &container)
        let isPlain = node.pointee.children?.pointee.next == nil && node.pointee.children?.element == nil
        if isPlain {
            for block in try TextReader.blocks(TextDecoding.unified(node.allText), limits: limits) {
                try budget.spend()
                container.blocks.append(
                    Block(place: container.places.nextParagraph(), content: block.content)
                )
            }
        } else {
            line.format.isPreformatted = true
            try walkChildren(node, in: &container)
            try flush(in: &container)
        }
    }

    /// Ends the paragraph; a label may wait for the value that follows in a block of its own.
    mutating func flush(in container: inout Container, keepingLabel: Bool = false) throws(ReadingError) {
        if keepingLabel, line.awaitsValue { return }
        for content in line.finish() {
            try budget.spend()
            container.blocks.append(Block(place: container.places.nextParagraph(), content: content))
        }
    }

    private mutating func walkStyles(_ head: xmlNodePtr) throws(ReadingError) {
        try head.forEachChild { child throws(ReadingError) in
            if child.element == "style" { sheet.add(child.allText) }
        }
    }

    /// What the style sheet and then the element itself say.
    mutating func style(of node: xmlNodePtr, _ name: String) -> HTMLStyle {
        guard node.pointee.properties != nil || !sheet.isEmpty else { return HTMLStyle() }
        guard var style = sheet.style(of: node, name) else { return ownStyle(of: node) }
        style.merge(ownStyle(of: node))
        return style
    }

    /// What the element itself says.
    mutating func ownStyle(of node: xmlNodePtr) -> HTMLStyle {
        guard let own = node.attribute("style") else { return HTMLStyle() }
        if let known = inlineStyles[own] { return known }
        let read = HTMLStyle(declarations: own[...])
        inlineStyles[own] = read
        return read
    }

    /// Sets how the words of an element look.
    mutating func apply(_ style: HTMLStyle, _ name: String, _ node: xmlNodePtr) {
        switch name {
        case "b", "strong", "th": line.format.isBold = true
        case "s", "strike", "del":
            line.format.isStruck = true
            if name == "del", node.attribute("datetime") != nil || node.attribute("cite") != nil {
                traces.deletions += 1
            }
        case "ins":
            if node.attribute("datetime") != nil || node.attribute("cite") != nil { traces.insertions += 1 }
        case "font":
            if let face = node.attribute("face") { line.format.symbolFont = SymbolFont(named: face) }
        default: break
        }
        if let isBold = style.isBold { line.format.isBold = isBold }
        if style.isStruck == true { line.format.isStruck = true }
        if let isPreformatted = style.isPreformatted { line.format.isPreformatted = isPreformatted }
        if let font = style.symbolFont { line.format.symbolFont = font }
    }
}
