import CXML
import Foundation
import TestSupport
import Testing

@testable import Reading

/// The scanner of XML against libxml2: what the one reads the other reads, and what it refuses is refused.
struct XMLScannerTests {
    @Test(arguments: [
        "<a/>", "<a>x</a>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<a>\r\n<b c='1'/></a >\n",
        "\u{FEFF}<a/>", "<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x1F600;</a>", "<a val=\"&#10;x\n\ty&amp;'\"/>",
        "<a><![CDATA[<&>]]]]></a>", "<a><!-- <b> & --><?x <b> ?></a><!-- y -->",
        "<w:a xmlns:w='u' w:val = 'x' w:c=\"y\"></w:a>",
        "<é ü='ö'>ß</é>", "<a val='1&#10;\r\n\t&lt;'/>", "<a xmlns:x='u' x:val='1' val='2'/>",
        "<a>1\r2\r\n3\n4</a>",
        "<a>]] ></a>",
    ])
    func `well-formed parts are read as libxml2 reads them`(text: String) throws {
        let bytes = Array(text.utf8)
        let expected = try #require(Self.eventsOfLibXML(bytes))
        #expect(Self.events(bytes) == expected)
    }

    @Test(arguments: [
        "", " ", "x", "<", "<a", "<a>", "</a>", "<a></b>", "<a><b></a></b>", "<a/><b/>", "<a/>x", "x<a/>",
        "<a b/>",
        "<a b=1/>", "<a b='1/>", "<a b='1'c='2'/>", "<a b='<'/>", "<a b='1' b='2'/>", "<a>&b;</a>",
        "<a>&amp</a>",
        "<a>&</a>", "<a b='&c;'/>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#;</a>", "<a>&#x;</a>",
        "<a>\u{1}</a>",
        "<a b='\u{1}'/>", "<a>]]></a>", "<a><!-- -- --></a>", "<a><!-- x</a>", "<a><![CDATA[x</a>",
        "<![CDATA[x]]><a/>",
        "<1/>", "< a/>", "<a / >", "<!DOCTYPE a><a/>", "<a><!DOCTYPE a></a>", "<a><?x</a>", "<a></a b='1'>",
        "<a>&#65</a>",
    ])
    func `what is not well-formed is refused, as libxml2 refuses it`(text: String) {
        let bytes = Array(text.utf8)
        #expect(Self.events(bytes) == nil)
        #expect(Self.eventsOfLibXML(bytes) == nil || text.contains("DOCTYPE"))
    }

    @Test func `bytes that are not UTF-8, and other encodings, are refused`() {
        #expect(Self.events(Array("<a>".utf8) + [0xFF] + Array("</a>".utf8)) == nil)
        #expect(Self.events(Array("<?xml version='1.0' encoding='ISO-8859-1'?><a/>".utf8)) == nil)
        #expect(Self.events(Array("<?xml version='1.0' encoding='utf-8'?><a/>".utf8)) != nil)
        #expect(Self.events(Array("<a>x\u{0}</a>".utf8)) == nil)
    }

    @Test(.timeLimit(.minutes(2)), arguments: 1...6)
    func `damaged parts are read as libxml2 reads them, or refused by both`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let part = Array(
            """
            <?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="u" xmlns:m='v'><w:body><w:p a="1"><w:r><w:t \
            xml:space="preserve">A &amp; b &#233; é</w:t><w:tab/></w:r></w:p><!-- c --><m:x w:val = "2"/></w:body></w:document>
            """.utf8
        )
        let letters = Array("<>/&;'\"=!?-[]: \n\rabw#x1\u{0}".utf8)
        for _ in 0..<3000 {
            var bytes = part
            for _ in 0..<Int.random(in: 1...3, using: &numbers) {
                // What a declaration may say is not checked but for the encoding.
                let place = Int.random(in: 38..<bytes.count, using: &numbers)
                let letter = letters[Int.random(in: letters.indices, using: &numbers)]
                switch Int.random(in: 0..<3, using: &numbers) {
                case 0: bytes[place] = letter
                case 1: bytes.insert(letter, at: place)
                default: bytes.remove(at: place)
                }
            }
            xmlResetLastError()
            let expected = Self.eventsOfLibXML(bytes)
            // What an undeclared prefix means is nobody's to say.
            if xmlGetLastError()?.pointee.domain == Int32(XML_FROM_NAMESPACE.rawValue) { continue }
            let found = Self.events(bytes)
            #expect(found == expected, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    // MARK: What both say

    /// Tags, attributes and text, a line each; `nil` where the part is refused.
    private static func events(_ bytes: [UInt8]) -> [String]? {
        do throws(ReadingError) {
            var scanner = try XMLScanner(bytes)
            var names: [String] = []
            var events: [String] = []
            var text = ""
            while true {
                let token = try scanner.next()
                if case .text(let range, let isPlain) = token {
                    if scanner.depth > 0 { text += try scanner.text(range, isPlain: isPlain) }
                    continue
                }
                if !text.isEmpty { events.append("'\(text)'") }
                text = ""
                switch token {
                case .start(let isEmpty):
                    try scanner.checkAttributes()
                    let name = scanner.plainText(scanner.name)
                    let value = scanner.valueRange(ofLocalName: "val").map { scanner.attributeValue($0) }
                    events.append("<\(name) \(value ?? "-")")
                    if isEmpty { events.append(">\(name)") } else { names.append(name) }
                case .end: events.append(">\(names.removeLast())")
                case .text: break
                case .finished: return events
                }
            }
        } catch {
            return nil
        }
    }

    private static func eventsOfLibXML(_ bytes: [UInt8]) -> [String]? {
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        return bytes.withUnsafeBytes { buffer -> [String]? in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let reader = xmlReaderForMemory(start, Int32(buffer.count), nil, nil, Int32(options)) else {
                return nil
            }
            defer { xmlFreeTextReader(reader) }
            var events: [String] = []
            var text = ""
            while true {
                let status = xmlTextReaderRead(reader)
                guard status >= 0 else { return nil }
                let type = status == 0 ? 0 : UInt32(bitPattern: xmlTextReaderNodeType(reader))
                switch type {
                case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                    XML_READER_TYPE_WHITESPACE.rawValue,
                    XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
                    text += xmlTextReaderConstValue(reader).map { String(cString: $0) } ?? ""
                    continue
                case XML_READER_TYPE_COMMENT.rawValue, XML_READER_TYPE_PROCESSING_INSTRUCTION.rawValue:
                    continue
                case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
                    return nil
                default: break
                }
                if !text.isEmpty { events.append("'\(text)'") }
                text = ""
                let name = xmlTextReaderConstName(reader).map { String(cString: $0) } ?? ""
                switch type {
                case 0: return events
                case XML_READER_TYPE_ELEMENT.rawValue:
                    events.append("<\(name) \(value(of: reader) ?? "-")")
                    if xmlTextReaderIsEmptyElement(reader) == 1 { events.append(">\(name)") }
                case XML_READER_TYPE_END_ELEMENT.rawValue: events.append(">\(name)")
                default: break
                }
            }
        }
    }

    /// The value of the first attribute that is called `val`, whatever its prefix.
    private static func value(of reader: xmlTextReaderPtr) -> String? {
        var next = xmlTextReaderCurrentNode(reader)?.pointee.properties
        while let attribute = next {
            if attribute.pointee.name.map({ String(cString: $0) }) == "val" {
                guard let text = xmlNodeListGetString(attribute.pointee.doc, attribute.pointee.children, 1)
                else { return "" }
                defer { cxml_free(text) }
                return String(cString: text)
            }
            next = attribute.pointee.next
        }
        return nil
    }
}
