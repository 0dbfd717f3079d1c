import Foundation
import Minutes
import Reading
import TestSupport
import Testing

/// PDFs that are made to hurt: each is refused or read in no time, none traps or hangs.
@Suite(.timeLimit(.minutes(3)))
struct PDFHostileTests {
    private let body = words(72, 700, "These are the minutes of the strategy meeting of 3 December 2026.")

    @Test func `a password to open it is told from one that only forbids changes`() throws {
        #expect(refusal(PDFEncryptedFiles.withUserPassword)?.code == .encrypted)
        #expect(
            try readDocument(PDFEncryptedFiles.withOwnerPassword).text == "Minutes of the strategy meeting"
        )
    }

    @Test func `a copy that broke off anywhere is damaged`() throws {
        for bytes in [PDFTestFile(body).bytes, try Samples.bytes("24-complex-restricted.pdf")] {
            for length in stride(from: 9, to: bytes.count - 10, by: max(7, bytes.count / 200)) {
                #expect(refusal(Array(bytes.prefix(length)))?.code == .damaged, "\(length)")
            }
        }
    }

    @Test func `a file whose table of places is wrong is read all the same`() throws {
        let text = String(decoding: PDFTestFile(body).bytes, as: UTF8.self)
        let moved = text.replacing("%PDF-1.7\n", with: "%PDF-1.7\n%moved\n")

        #expect(try readDocument(Array(moved.utf8)).text.hasPrefix("These are the minutes"))
    }

    @Test func `pages that hold themselves, or that are counted in billions, are damage`() {
        var loop = PDFTestFile(body)
        loop.add(2, "<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>")
        var huge = PDFTestFile(body)
        huge.add(2, "<< /Type /Pages /Count 2000000000 /Kids [100 0 R] >>")

        #expect(refusal(loop.bytes) != nil)
        #expect([.damaged, .tooLarge].contains(refusal(huge.bytes)?.code))
    }

    @Test func `too many pages are refused`() {
        var limits = ReadingLimits()
        limits.pages = 3
        var file = PDFTestFile()
        file.pages = Array(repeating: body, count: 3)

        #expect(refusal(file.bytes, limits: limits) == nil)
        file.pages.append(body)
        #expect(refusal(file.bytes, limits: limits)?.code == .tooLarge)
    }

    @Test func `forms that paint themselves, or each other over and over, come to an end`() {
        var loop = PDFTestFile(body + "/X Do\n")
        loop.resources = "/XObject << /X 50 0 R >>"
        loop.add(
            50,
            stream: Array("/X Do /X Do".utf8),
            entries: "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 50 0 R >> >>"
        )
        var tree = PDFTestFile(body + "/X Do\n")
        tree.resources = "/XObject << /X 50 0 R >>"
        for level in 50..<65 {
            tree.add(
                level,
                stream: Array(String(repeating: "/X Do ", count: 10).utf8),
                entries: "/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                    + "/Resources << /XObject << /X \(level + 1) 0 R >> >>"
            )
        }
        tree.add(65, stream: Array("q Q".utf8), entries: "/Type /XObject /Subtype /Form /BBox [0 0 9 9]")

        #expect(refusal(loop.bytes) == nil)
        #expect(refusal(tree.bytes)?.code == .tooLarge)
    }

    @Test func `absurd places, sizes and matrices are passed over`() throws {
        let absurd =
            words(1e30, 700, "far") + words(72, -1e30, "away") + words(72, 600, "large", size: 1e9)
            + "1e38 0 0 1e38 0 0 cm " + line(-1e30, 0, 1e30, 1) + "0 0 0 0 0 0 cm " + words(1, 1, "flat")
            + "1e20 w 0 0 m 1e20 1e20 l S 99999999999999999999 0 m 5 5 l S\n"

        #expect(try readDocument(PDFTestFile(body + "q " + absurd + "Q\n").bytes).blocks.count == 1)
        for size in ["0 0", "1e9 1e9", "-5 -5", "1 1"] {
            var file = PDFTestFile(body)
            file.size = size
            _ = refusal(file.bytes)
        }
    }

    @Test func `a stream that unpacks to far more than it is, is worked off in a moment`() {
        // 40,000 times 258 blanks in a content stream.
        let bomb = [0x78, 0x9C] + ZipFile.bomb(0x20, matches: 40_000).data + [0, 0, 0, 0]
        var file = PDFTestFile(body)
        file.add(101, stream: bomb, entries: "/Filter /FlateDecode")

        #expect(refusal(file.bytes) != nil)
    }

    @Test func `many lines, boxes and letters on one page are read within reason`() throws {
        var lines = ""
        for index in 0..<3000 {
            let place = Double(index % 750) + Double(index) / 3000
            lines += line(20, place + 20, 570, place + 20) + line(place / 2 + 20, 20, place / 2 + 20, 800)
            lines += "\(place / 2) \(place) 9 9 re S\n" + words(place / 2, place, "x")
        }
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try readDocument(PDFTestFile(body + lines).bytes) }

        // Nobody counts milliseconds here: it must not be minutes.
        #expect(time < .seconds(60))
    }

    @Test func `too many blocks are refused, cells that are merged down included`() {
        var limits = ReadingLimits()
        limits.blocks = 50
        var many = ""
        for row in 0..<60 { many += words(72, 800 - Double(row) * 13, "Paragraph \(row) of many.") }

        #expect(refusal(PDFTestFile(many).bytes, limits: limits)?.code == .tooLarge)
    }

    @Test func `random damage never traps or hangs`() throws {
        var random = SeededGenerator(state: 20_261_124)
        let made = PDFTestFile(body + grid([72, 200, 300], [600, 580, 560]) + words(80, 585, "x")).bytes
        for original in [made, try Samples.bytes("30-tick-grid-landscape.pdf")] {
            for _ in 0..<100 {
                var bytes = original
                for _ in 0..<Int.random(in: 1...20, using: &random) {
                    let index = Int.random(in: bytes.indices, using: &random)
                    bytes[index] = UInt8.random(in: 0...255, using: &random)
                }
                _ = refusal(bytes)
            }
        }
    }

    @Test func `random content never traps or hangs`() {
        var random = SeededGenerator(state: 815)
        let operators = [
            "q", "Q", "BT", "ET", "Tj", "cm", "re", "S", "f", "m", "l", "c", "h", "W n", "Tm", "Td", "Tr",
            "Tf", "g",
            "rg", "/X Do", "BMC", "EMC", "Tz", "TL", "T*", "'", "sh", "scn", "d", "i", "BX",
            "BI /W 9 /H 9 ID x EI",
            "/Span << /ActualText (y) >> BDC",
        ]
        let operands = [
            "0", "1", "-1", "72", "1e9", "(words)", "<FE>", "/F1", "/Artifact", "[(a) 500 (b)]", "0.5",
        ]
        for _ in 0..<300 {
            var content = body
            for _ in 0..<80 {
                for _ in 0..<Int.random(in: 0...6, using: &random) {
                    content += (operands.randomElement(using: &random) ?? "") + " "
                }
                content += (operators.randomElement(using: &random) ?? "") + "\n"
            }
            _ = refusal(PDFTestFile(content).bytes)
        }
    }
}
