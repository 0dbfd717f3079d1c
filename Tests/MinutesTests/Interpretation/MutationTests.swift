import Testing

@testable import Minutes

struct MutationTests {
    /// A small generator, so that a failure can be repeated.
    private struct Random: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static let scraps = [
        "", "☒", "|", "—", "School to be contacted.", "Key: = = ,", "(((", "Date: 99/99/9999", "DC 4471",
        "\t\t", "<", "“",
        "Present:", "on behalf of", "1.", "&", "é\u{301}", "Mr", "rang", "N/A",
    ]

    private func mutated(_ document: Document, _ random: inout Random) -> Document {
        var document = document
        for _ in 0..<Int.random(in: 1...6, using: &random) where !document.blocks.isEmpty {
            let index = Int.random(in: document.blocks.indices, using: &random)
            let scrap = Self.scraps[Int.random(in: Self.scraps.indices, using: &random)]
            switch Int.random(in: 0..<5, using: &random) {
            case 0: document.blocks.remove(at: index)
            case 1: document.blocks.swapAt(index, Int.random(in: document.blocks.indices, using: &random))
            case 2: document.blocks.insert(Block(place: "x", content: .paragraph(Line(scrap))), at: index)
            case 3: document.blocks[index] = cut(document.blocks[index], scrap, &random)
            default: document.blocks[index] = Block(place: "y", content: .heading(level: 2, Line(scrap)))
            }
        }
        return document
    }

    private func cut(_ block: Block, _ scrap: String, _ random: inout Random) -> Block {
        guard case .table(var table) = block.content, !table.rows.isEmpty else {
            let text = block.line?.text ?? ""
            let kept = text.prefix(Int.random(in: 0...text.count, using: &random))
            return Block(place: block.place, content: .paragraph(Line(kept + scrap)))
        }
        let row = Int.random(in: table.rows.indices, using: &random)
        if table.rows[row].cells.isEmpty || Bool.random(using: &random) {
            table.rows.remove(at: row)
        } else {
            let cell = Int.random(in: table.rows[row].cells.indices, using: &random)
            table.rows[row].cells[cell].blocks = [Block(place: "", content: .paragraph(Line(scrap)))]
            table.rows[row].cells[cell].columnSpan = Int.random(in: 1...4, using: &random)
        }
        return Block(place: block.place, content: .table(table))
    }

    @Test(.timeLimit(.minutes(2)), arguments: 0..<20)
    func `whatever comes in, something comes out`(seed: Int) {
        var random = Random(state: UInt64(seed) &* 7919 &+ 1)
        for _ in 0..<20 {
            _ = interpret(mutated(minutes(text: "Education: message left."), &random))
        }
    }

    @Test(arguments: 0..<10)
    func `a contact still to be made never raises evidence`(seed: Int) {
        var random = Random(state: UInt64(seed) &* 104_729 &+ 3)
        for _ in 0..<10 {
            let document = mutated(minutes(), &random)
            let before = evidence(.education, in: document) ?? .none
            var more = document
            let place = Int.random(in: 0...more.blocks.count, using: &random)
            more.blocks.insert(
                Block(place: "z", content: .paragraph(Line("School to be contacted."))),
                at: place
            )
            let after = evidence(.education, in: more) ?? .none
            #expect(after <= max(before, .invited), "seed \(seed)")
        }
    }
}
