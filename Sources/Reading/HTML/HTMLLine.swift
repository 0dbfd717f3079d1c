import CXML
import Minutes

/// The paragraph of a page that is being read, with white space as a browser shows it.
struct HTMLLine {
    /// What the paragraph is to be, if not a plain one; its line is not looked at.
    var content: Block.Content?
    var boldDepth = 0
    var struckDepth = 0
    var preformattedDepth = 0

    private var builder = LineBuilder()
    private var needsSpace = false
    private var isAtStart = true

    mutating func append(_ text: String) {
        var words = ""
        if preformattedDepth > 0 {
            words = TextDecoding.unified(text)
        } else {
            var bytes: [UInt8] = []
            for byte in text.utf8 {
                if byte == 0x20 || (0x09...0x0D).contains(byte) {
                    needsSpace = true
                } else {
                    if needsSpace, !isAtStart { bytes.append(0x20) }
                    needsSpace = false
                    isAtStart = false
                    bytes.append(byte)
                }
            }
            words = String(decoding: bytes, as: UTF8.self)
        }
        guard !words.isEmpty else { return }
        isAtStart = false
        if struckDepth > 0 {
            builder.appendRemoved(words)
        } else {
            builder.append(words, isBold: boldDepth > 0)
        }
    }

    mutating func breakLine() {
        needsSpace = false
        isAtStart = true
        builder.append("\n")
    }

    /// What a field of a form shows.
    mutating func append(input node: xmlNodePtr) {
        switch node.attribute("type")?.lowercased() {
        case "checkbox", "radio": append(Marks.box(node.attribute("checked") != nil))
        case "hidden", "submit", "button", "reset", "image", "file", "password": break
        default: append(node.attribute("value") ?? "")
        }
    }

    /// Ends the paragraph, nil if there is nothing in it.
    mutating func finish() -> Block.Content? {
        let line = builder.line()
        builder = LineBuilder()
        needsSpace = false
        isAtStart = true
        guard let line else { return nil }
        defer { content = nil }
        switch content {
        case .heading(let level, _): return .heading(level: level, line)
        case .listItem(let level, _): return .listItem(level: level, line)
        default: return .paragraph(line)
        }
    }
}

extension UnsafeMutablePointer<xmlNode> {
    func attribute(_ name: StaticString) -> String? {
        var next = pointee.properties
        while let attribute = next {
            next = attribute.pointee.next
            guard let local = attribute.pointee.name, equal(local, name) else { continue }
            return attribute.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
        }
        return nil
    }

    /// A browser does not show it.
    var isHidden: Bool {
        if attribute("hidden") != nil { return true }
        guard let style = attribute("style")?.lowercased().replacing(" ", with: "") else { return false }
        return style.contains("display:none") || style.contains("visibility:hidden")
            || style.contains("mso-hide:all")
    }

    /// One of the wrappings that mailers give the mail to which they reply.
    var isQuotedMail: Bool {
        let names = (attribute("class") ?? "") + " " + (attribute("id") ?? "")
        return ["gmail_quote", "yahoo_quoted", "moz-cite-prefix", "divRplyFwdMsg", "protonmail_quote"]
            .contains { names.contains($0) }
    }

    var hasText: Bool {
        guard let content = xmlNodeGetContent(self) else { return false }
        defer { cxml_free(content) }
        return String(cString: content).utf8.contains { $0 > 0x20 }
    }
}
