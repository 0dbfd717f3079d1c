import CXML

extension UnsafeMutablePointer<xmlNode> {
    /// The value of an attribute, "" where it is only named.
    func attribute(_ name: StaticString) -> String? {
        var next = pointee.properties
        while let attribute = next {
            next = attribute.pointee.next
            guard let local = attribute.pointee.name, equal(local, name) else { continue }
            return attribute.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
        }
        return nil
    }

    /// The name of an element.
    var element: String? {
        guard pointee.type == XML_ELEMENT_NODE else { return nil }
        return pointee.name.map { String(cString: $0) }
    }

    /// One of the wrappings that mailers give the mail to which they reply.
    var isQuotedMail: Bool {
        let names = (attribute("class") ?? "") + " " + (attribute("id") ?? "")
        return ["gmail_quote", "yahoo_quoted", "moz-cite-prefix", "divRplyFwdMsg", "protonmail_quote"]
            .contains { names.contains($0) }
    }

    func hasClass(_ names: Set<String>) -> Bool {
        guard let classes = attribute("class") else { return false }
        return classes.split(separator: " ").contains { names.contains($0.lowercased()) }
    }

    /// All text inside, that of scripts and style sheets too.
    var allText: String {
        guard let content = xmlNodeGetContent(self) else { return "" }
        defer { cxml_free(content) }
        return String(cString: content)
    }

    var isBlankText: Bool {
        guard pointee.type == XML_TEXT_NODE || pointee.type == XML_CDATA_SECTION_NODE else { return false }
        guard var byte = pointee.content else { return true }
        while byte.pointee != 0 {
            if byte.pointee > 0x20 { return false }
            byte += 1
        }
        return true
    }

    /// Calls `body` with each child in turn.
    func forEachChild(_ body: (xmlNodePtr) throws(ReadingError) -> Void) throws(ReadingError) {
        var next = pointee.children
        while let child = next {
            next = child.pointee.next
            try body(child)
        }
    }
}
