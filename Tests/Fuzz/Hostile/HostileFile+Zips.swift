import Reading

extension HostileFile {
    private static func word(_ change: (inout [ZipPart]) -> Void) -> [UInt8] {
        var parts = ZipPart.unpack(Packed.word(body: Packed.paragraph("Text")))
        change(&parts)
        return ZipPart.pack(parts)
    }

    private static let main = "word/document.xml"

    /// A Word file whose text unpacks to so many times 258 letters.
    private static func bomb(runs: Int, letter: UInt8) -> [UInt8] {
        let empty = ZipPart.unpack(Packed.word(body: "<w:p><w:r><w:t>#</w:t></w:r></w:p>"))
        return ZipPart.pack(
            empty.map { part in
                guard part.name == main else { return part }
                let xml = String(decoding: part.data, as: UTF8.self).split(separator: "#")
                var packed = Deflated()
                packed.add(String(xml[0]))
                packed.add(letter, runs: runs)
                packed.add(String(xml[1]))
                packed.end()
                return ZipPart(name: part.name, data: packed.bytes, unpacked: (packed.size, packed.sum))
            }
        )
    }

    static let zips: [HostileFile] = [
        HostileFile("bomb-within-the-limit.docx", .refused([.tooLarge])) {
            bomb(runs: 700_000, letter: 0x61)
        },
        HostileFile("bomb-of-blanks.docx", .ended) {
            bomb(runs: 700_000, letter: 0x20)
        },
        HostileFile("bomb-over-the-limit.docx", .refused([.tooLarge])) { bomb(runs: 900_000, letter: 0x61) },
        HostileFile("nested.docx", .ended) {
            var inner = word { _ in }
            for level in 0..<30 {
                let next = inner
                inner = word { $0.append(ZipPart(name: "word/embeddings/\(level).docx", data: next)) }
            }
            return inner
        },
        HostileFile("overlapping.docx", .refused([.tooLarge, .damaged])) {
            var packed = Deflated()
            packed.add(0x61, runs: 100_000)
            packed.end()
            let body = ZipPart(name: "word/a.xml", data: packed.bytes, unpacked: (packed.size, packed.sum))
            let names = (0..<9000).map { "word/\($0).xml" }
            return ZipPart.pack(
                ZipPart.unpack(Packed.word(body: Packed.paragraph("Text"))),
                sharing: body,
                by: names
            )
        },
        HostileFile("size-that-lies-small.docx", .refused([.damaged])) {
            word { parts in
                for index in parts.indices where parts[index].name == main {
                    parts[index].unpacked = (10, 0)
                }
            }
        },
        HostileFile("size-that-lies-huge.docx", .refused([.tooLarge, .damaged])) {
            word { parts in
                for index in parts.indices where parts[index].name == main {
                    parts[index].unpacked = (0xFFFF_FFFE, 0)
                }
            }
        },
        HostileFile("entries-10001.docx", .refused([.tooLarge])) {
            word { parts in parts += (0..<10_001).map { ZipPart(name: "a/\($0)", data: []) } }
        },
        HostileFile("entries-twice.docx", .refused([.damaged])) {
            word { parts in parts.append(ZipPart(name: "WORD/DOCUMENT.XML", data: [])) }
        },
        HostileFile("traversal.docx", .read(["Text"])) {
            word { parts in
                for name in [
                    "../../../../etc/passwd", "/etc/cron.d/x", "C:\\Windows\\x", "..\\..\\x", "a\nb",
                    "\u{202E}x",
                ] {
                    parts.append(ZipPart(name: name, data: Array("root:x:0:0".utf8)))
                }
            }
        },
        HostileFile("traversal-in-relationships.docx", .ended) {
            word { parts in
                for index in parts.indices where parts[index].name == "_rels/.rels" {
                    let xml = String(decoding: parts[index].data, as: UTF8.self)
                    parts[index].data = Array(
                        xml.replacing("/word/document.xml", with: "../../../../../../etc/passwd").utf8
                    )
                }
            }
        },
        HostileFile("cut.docx", .refused([.damaged])) { Array(word { _ in }.dropLast(40)) },
    ]
}
