/// Tells pages from other files that begin with a tag.
enum MarkupDetection {
    /// Nil for a text that only happens to begin with `<`, such as a template's guidance.
    static func format(_ text: ArraySlice<UInt8>) throws(ReadingError) -> FormatDetection.Format? {
        let words = String(decoding: text, as: UTF8.self).lowercased()
        if words.hasPrefix("<?xml") || words.hasPrefix("<?mso-application") {
            if words.contains("<html") || words.contains("<!doctype html") { return .html }
            if words.contains("<office:document"), words.contains("opendocument.text") {
                return .flatOpenDocument
            }
            if words.contains("office/2006/xmlpackage") { return .flatWord }
            throw words.contains("word/2003/wordml")
                ? .unsupported("a document that Word 2003 saved as XML") : .unsupported("an XML file")
        }
        if words.hasPrefix("<!--") || words.hasPrefix("<!doctype html") || words.hasPrefix("<![if") {
            return .html
        }
        if words.hasPrefix("<!doctype") { throw .unsupported("an XML file") }
        return isPage(words) ? .html : nil
    }

    private static func isPage(_ words: String) -> Bool {
        let name = words.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard elements.contains(String(name)) else { return false }
        // "<p>" and "<h1 class=…>" are tags, "<title of the meeting>" is something to fill in.
        let rest = words.dropFirst(1 + name.count)
        guard let next = rest.first, next == ">" || next == "/" || next.isWhitespace else { return false }
        guard next.isWhitespace else { return true }
        let inside = rest.prefix { $0 != ">" }
        return inside.contains("=") || words.contains("</" + name) || inside.allSatisfy(\.isWhitespace)
    }

    private static let elements: Set<String> = [
        "html", "head", "body", "meta", "title", "style", "script", "link", "base", "table", "thead", "tbody",
        "tr",
        "td", "th", "caption", "div", "span", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl",
        "dt",
        "dd", "b", "strong", "i", "em", "u", "font", "center", "a", "br", "hr", "img", "form", "fieldset",
        "label",
        "input", "section", "article", "header", "main", "nav", "footer", "pre", "blockquote", "address",
        "small",
    ]
}
