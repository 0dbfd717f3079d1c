import Foundation
import Settings
import Testing

/// Random damage to the example files: never a trap, and every problem lies inside its file.
struct MutationTests {
    @Test(arguments: ["minuted", "partners", "rules"])
    func `a damaged file is refused or loaded, and every problem points into it`(name: String) throws {
        var random = SplitMix64(state: 20_261_119)
        let original = Array(try ConfigurationFolder.example(name).utf8)
        let folder = try ConfigurationFolder()

        for _ in 0..<400 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes, using: &random) }
            try Data(bytes).write(to: folder.url.appending(path: "\(name).yaml"))

            for problem in folder.problems() {
                // A mutation may name a file that is not there: then the problem is the file as a whole.
                guard let bytes = try? Data(contentsOf: URL(filePath: problem.file)) else {
                    try #require(problem.line == 1 && problem.column == 1, "\(problem)")
                    continue
                }
                let text = String(decoding: bytes, as: UTF8.self)
                let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                try #require((1...lines.count).contains(problem.line), "\(problem)")
                let length = lines[problem.line - 1].unicodeScalars.count
                try #require((1...length + 1).contains(problem.column), "\(problem)")
                try #require(!problem.text.isEmpty)
            }
        }
    }

    private func mutate(_ bytes: inout [UInt8], using random: inout SplitMix64) {
        guard !bytes.isEmpty else { return }
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 1...40, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 2: bytes[start] = UInt8.random(in: 0...255, using: &random)
        case 3: bytes.removeSubrange(start...)
        case 4: bytes.swapAt(start, Int.random(in: 0..<bytes.count, using: &random))
        default:
            let pieces = [
                "{", "[", ": ", "- ", "\n", "\t", "'", "\"", "&a ", "*a ", "!x ", "|\n", "? ", "---\n", "é",
                "~",
            ]
            bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "{").utf8, at: start)
        }
    }

    /// Steele, Lea and Flood's generator, so that a failure can be repeated.
    private struct SplitMix64: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
