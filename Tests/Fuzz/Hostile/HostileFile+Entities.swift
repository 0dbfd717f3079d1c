import Reading

extension HostileFile {
    private static let declarations = [
        (
            "bomb",
            "<!DOCTYPE x [<!ENTITY a \"ha\">"
                + (0..<30).map {
                    "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 == 0 ? "" : String($0 - 1));", count: 10))\">"
                }.joined() + "]>"
        ),
        ("quadratic", "<!DOCTYPE x [<!ENTITY a \"" + String(repeating: "a", count: 50_000) + "\">]>"),
        ("external", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"),
        ("parameter", "<!DOCTYPE x [<!ENTITY % a SYSTEM \"http://127.0.0.1:9/x.dtd\"> %a;]>"),
        ("subset", "<!DOCTYPE x SYSTEM \"file:///dev/zero\">"),
    ]

    /// In each part of both container formats.
    static let entities: [HostileFile] =
        declarations.flatMap { kind, type in
            [
                "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
                "word/styles.xml",
            ]
            .map { part in
                HostileFile("entity-\(kind)-in-\(part.replacing("/", with: "-")).docx", .refused([.damaged]))
                {
                    inserted(type, into: part, of: Packed.word(body: Packed.paragraph("Text")))
                }
            }
                + [
                    HostileFile("entity-\(kind)-in-content.odt", .refused([.damaged])) {
                        inserted(type, into: "content.xml", of: Packed.open(body: "<text:p>Text</text:p>"))
                    },
                    HostileFile("entity-\(kind)-in-styles.odt", .refused([.damaged])) {
                        let file = ZipPart.unpack(Packed.open(body: "<text:p>Text</text:p>"))
                        return ZipPart.pack(
                            file + [ZipPart(name: "styles.xml", data: Array("\(type)<x>&a;</x>".utf8))]
                        )
                    },
                    HostileFile("entity-\(kind).fodt", .ended) {
                        let content = ZipPart.unpack(Packed.open(body: "<text:p>&a;</text:p>"))[1].data
                        let flat = String(decoding: content, as: UTF8.self).replacing(
                            "document-content",
                            with: "document"
                        )
                        let type = type.replacing("<!DOCTYPE x", with: "<!DOCTYPE office:document")
                        return Array("<?xml version=\"1.0\"?><!-- opendocument.text -->\(type)\(flat)".utf8)
                    },
                    HostileFile(
                        "entity-\(kind).html",
                        .ended,
                        text: { "\(type)<html><body><p>Text &a; &a9;</p></body></html>" }
                    ),
                ]
        }

    /// The declaration at the head of the part, and its entity in the first text or at the end.
    private static func inserted(_ type: String, into name: String, of file: [UInt8]) -> [UInt8] {
        ZipPart.pack(
            ZipPart.unpack(file).map { part in
                guard part.name == name else { return part }
                let xml = String(decoding: part.data, as: UTF8.self).replacing(
                    ">Text<",
                    with: ">&a;&a9;&a29;<"
                )
                return ZipPart(name: name, data: Array((type + xml).utf8))
            }
        )
    }
}
