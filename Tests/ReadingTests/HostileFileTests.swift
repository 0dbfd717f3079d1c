import Minutes
import Reading
import TestSupport
import Testing

/// Files that are made to hurt: each is refused, none traps or hangs.
struct HostileFileTests {
    private func zip(_ body: String = paragraph("Text")) -> ZipFile { WordFile(body).zip }

    @Test func `a part that unpacks to far more than it is, is refused`() {
        var zip = zip()
        let bomb = ZipFile.bomb(0x20, matches: 40_000)
        // Fixed codes press zeros to one in 158; other encoders reach one in 1,032.
        var limits = ReadingLimits()
        limits.compressionRatio = 100
        zip.entries[2] = ZipFile.Entry(name: "word/document.xml", data: bomb.data, method: 8, size: bomb.size)

        #expect(refusal(zip.bytes, limits: limits)?.code == .tooLarge)
    }

    @Test func `sizes that lie are damage`() {
        for size: UInt32 in [0, 10, 90_000] {
            var zip = zip()
            zip.entries[2].size = size

            #expect(refusal(zip.bytes)?.code == .damaged)
        }
    }

    @Test func `a huge declared size is refused before anything is allocated`() {
        var zip = zip()
        zip.entries[2].size = 0xFFFF_FFF0

        #expect(refusal(zip.bytes)?.code == .tooLarge)
    }

    @Test func `too many entries are refused`() {
        var limits = ReadingLimits()
        limits.archiveEntries = 4

        #expect(refusal(zip().bytes)?.code == nil)
        limits.archiveEntries = 3
        #expect(refusal(zip().bytes, limits: limits)?.code == .tooLarge)
    }

    @Test func `more text than any minutes have is refused, also where merged cells repeat it`() {
        var limits = ReadingLimits()
        limits.text = 100
        let words = String(repeating: "words ", count: 6)
        let first = "<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>\(paragraph(words))</w:tc>"
        let next = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>\(paragraph(""))</w:tc></w:tr>"

        #expect(refusal(Array(String(repeating: "a", count: 101).utf8), limits: limits)?.code == .tooLarge)
        #expect(refusal([UInt8](repeating: 0x0A, count: 201), limits: limits)?.code == .tooLarge)
        #expect(refusal(zip("<w:tbl><w:tr>\(first)</w:tr>\(next)</w:tbl>").bytes, limits: limits) == nil)
        let many = String(repeating: next, count: 3)
        #expect(
            refusal(zip("<w:tbl><w:tr>\(first)</w:tr>\(many)</w:tbl>").bytes, limits: limits)?.code
                == .tooLarge
        )
    }

    @Test func `two entries of one name are refused`() {
        var zip = zip()
        zip.entries.append(ZipFile.Entry(name: "Word/Document.xml", data: zip.entries[2].data))

        #expect(refusal(zip.bytes)?.code == .damaged)
    }

    @Test func `a wrong checksum is damage`() {
        var zip = zip()
        zip.entries[2].checksum = 1

        #expect(refusal(zip.bytes)?.code == .damaged)
    }

    @Test func `an encrypted entry is called encrypted`() {
        var zip = zip()
        zip.entries[2].isEncrypted = true

        #expect(refusal(zip.bytes)?.code == .encrypted)
    }

    @Test func `a part with a DOCTYPE is refused, whatever it declares`() {
        let billion = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
        for type in ["<!DOCTYPE w>", billion, "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">"] {
            var zip = zip()
            zip.entries[2].data = Array(type.utf8) + zip.entries[2].data

            #expect(refusal(zip.bytes)?.code == .damaged)
        }
    }

    @Test func `an entity that nobody declared is damage`() {
        #expect(refusal(zip(paragraph("&passwd;")).bytes)?.code == .damaged)
    }

    @Test func `elements, tables and controls nested too deeply are refused`() {
        func nested(_ open: String, _ close: String, _ count: Int) -> String {
            String(repeating: open, count: count) + paragraph("x") + String(repeating: close, count: count)
        }
        let cells = nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 65)
        let controls = nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 65)

        #expect(refusal(zip(cells).bytes)?.code == .tooLarge)
        #expect(refusal(zip(controls).bytes)?.code == .tooLarge)
        #expect(refusal(zip(nested("<w:smartTag>", "</w:smartTag>", 300)).bytes)?.code == .tooLarge)
        #expect(refusal(zip(nested("<w:p>", "</w:p>", 100_000)).bytes)?.code == .tooLarge)
        #expect(refusal(zip(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 60)).bytes) == nil)
    }

    @Test func `too many blocks are refused, copies of merged cells included`() {
        var limits = ReadingLimits()
        limits.blocks = 100
        let start = "<w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>"
        let merged = String(repeating: paragraph("x"), count: 50)
        let below = String(repeating: "<w:tr>\(cell("", properties: "<w:vMerge/>"))</w:tr>", count: 3)
        let table = "<w:tbl>\(start)\(merged)</w:tc></w:tr>\(below)</w:tbl>"

        #expect(
            refusal(zip(String(repeating: paragraph("x"), count: 101)).bytes, limits: limits)?.code
                == .tooLarge
        )
        #expect(refusal(zip(table).bytes, limits: limits)?.code == .tooLarge)
    }

    @Test func `a file over the limit is not looked at`() {
        var limits = ReadingLimits()
        limits.fileSize = 10

        #expect(refusal(zip().bytes, limits: limits)?.code == .tooLarge)
    }

    @Test func `a copy that broke off anywhere is refused`() {
        let bytes = zip().bytes
        for length in stride(from: 4, to: bytes.count - 1, by: 7) {
            #expect(refusal(Array(bytes.prefix(length))) != nil)
        }
    }

    @Test(.timeLimit(.minutes(2))) func `random damage never traps or hangs`() throws {
        var random = SeededGenerator(state: 20_261_123)
        for name in try Samples.names(".docx", ".txt", ".eml") {
            let original = try Samples.bytes(name)
            for _ in 0..<8 {
                var bytes = original
                for _ in 0..<Int.random(in: 1...20, using: &random) {
                    let index = Int.random(in: bytes.indices, using: &random)
                    bytes[index] = UInt8.random(in: 0...255, using: &random)
                }
                _ = refusal(bytes)
            }
        }
    }

    @Test(.timeLimit(.minutes(2))) func `random damage inside the parts never traps or hangs`() {
        var random = SeededGenerator(state: 4711)
        let body = """
            <w:tbl><w:tr>\(cell("a", properties: "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>"))\
            <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>\(cell("b"))</w:sdtContent></w:sdt></w:tr></w:tbl>\
            <w:p><w:ins><w:r><w:fldChar w:fldCharType="begin"/><w:t>c</w:t></w:r></w:ins></w:p>
            """
        let words = [
            "w:p", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:r", "w:t", "w:del", "-9",
            "99999999999",
        ]
        for _ in 0..<500 {
            var pieces = body.split(separator: " ", omittingEmptySubsequences: false).flatMap {
                $0.split(separator: ">", omittingEmptySubsequences: false).map { $0 + ">" }
            }
            pieces.swapAt(
                pieces.indices.randomElement(using: &random) ?? 0,
                pieces.indices.randomElement(using: &random) ?? 0
            )
            var mutated = pieces.joined().replacing(">>", with: ">")
            let from = words.randomElement(using: &random) ?? ""
            mutated = mutated.replacing(from, with: words.randomElement(using: &random) ?? "")
            _ = refusal(zip(mutated).bytes)
        }
    }
}

/// The same numbers in each run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
