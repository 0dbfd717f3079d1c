import CXML

/// A page as libxml2 parsed it, alive for as long as its nodes are looked at.
final class HTMLTree {
    private let document: htmlDocPtr

    /// Takes a page that is decoded already, so that what it says about its encoding no longer holds.
    init(_ html: String) throws(ReadingError) {
        guard !HTMLTree.hasEndlessTag(html) else {
            throw .tooLarge("The page has a tag with more attributes than any real page.")
        }
        guard let parser = htmlNewParserCtxt() else { throw .damaged }
        defer { htmlFreeParserCtxt(parser) }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
        var html = HTMLTree.withoutConditions(html)
        let document = html.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { bytes in
                htmlCtxtReadMemory(
                    parser,
                    bytes.baseAddress,
                    Int32(clamping: bytes.count),
                    nil,
                    "UTF-8",
                    Int32(options)
                )
            }
        }
        guard let document else { throw .damaged }
        self.document = document
        // What is nested too deeply ends the parser in the middle of the page, and the rest is missing.
        if parser.pointee.lastError.code == Int32(XML_ERR_INTERNAL_ERROR.rawValue) { throw .nestedTooDeeply }
    }

    deinit { xmlFreeDoc(document) }

    /// Blanks in one tag, which are at most as many as its attributes; real pages have some dozen.
    private static let mostBlanks = 20_000

    /// libxml2 compares each attribute of a tag with all before it, which for a tag without end would take for ever.
    private static func hasEndlessTag(_ html: String) -> Bool {
        var blanks = 0
        var isInTag = false
        // The quotation mark that a value has begun with, 0 outside values.
        var quote: UInt8 = 0
        var last: UInt8 = 0
        for byte in html.utf8 {
            if last == UInt8(ascii: "<"), byte | 0x20 &- 0x61 < 26 {
                isInTag = true
                quote = 0
                blanks = 0
            }
            switch byte {
            case UInt8(ascii: ">"): isInTag = isInTag && quote != 0
            case quote where quote != 0: quote = 0
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if isInTag, quote == 0, last == UInt8(ascii: "=") { quote = byte }
            case 0x09...0x0D, 0x20: blanks += isInTag && quote == 0 ? 1 : 0
            default: break
            }
            if blanks > mostBlanks { return true }
            last = byte
        }
        return false
    }

    /// Without the conditions that Word puts round parts for other programs (`<![if …]>`), which libxml2 takes for text.
    private static func withoutConditions(_ html: String) -> String {
        let bytes = Array(html.utf8)
        let open = Array("<![".utf8)
        guard bytes.firstRange(of: open) != nil else { return html }
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let found = rest.firstRange(of: open) {
            kept += rest[..<found.lowerBound]
            rest = rest[found.lowerBound...]
            let inside = rest.dropFirst(open.count).prefix(200)
            let isCondition = inside.starts(with: "if ".utf8) || inside.starts(with: "endif".utf8)
            if isCondition, let end = inside.firstIndex(of: UInt8(ascii: "]")),
                end + 1 < bytes.endIndex, bytes[end + 1] == UInt8(ascii: ">")
            {
                rest = rest[(end + 2)...]
            } else {
                kept += open
                rest = rest.dropFirst(open.count)
            }
        }
        return String(decoding: kept + rest, as: UTF8.self)
    }

    var root: xmlNodePtr? { xmlDocGetRootElement(document) }
}

/// What the head of a page says about the page.
struct HTMLHead {
    enum Generator {
        case word
        case libreOffice
        case other
    }

    private(set) var title = ""
    private(set) var generator = Generator.other

    init(of root: xmlNodePtr) {
        var next = root.pointee.children
        while let child = next {
            next = child.pointee.next
            if child.element == "head" { read(child) }
        }
    }

    private mutating func read(_ head: xmlNodePtr) {
        var next = head.pointee.children
        while let child = next {
            next = child.pointee.next
            switch child.element {
            case "title": if title.isEmpty { title = child.allText }
            case "meta" where child.attribute("name")?.lowercased() == "generator":
                let program = child.attribute("content")?.lowercased() ?? ""
                if program.contains("libreoffice") || program.contains("openoffice") {
                    generator = .libreOffice
                }
                if program.contains("microsoft word") { generator = .word }
            default: break
            }
        }
    }
}
