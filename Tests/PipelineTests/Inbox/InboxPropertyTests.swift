import Foundation
import Glibc
import Minutes
import TestSupport
import Testing

@testable import Pipeline

/// People drop, change, rename and delete files while the inbox is worked on and the process dies again and again.
struct InboxPropertyTests {
    @Test(arguments: 0..<24 as Range<UInt64>)
    func `no file is ever lost or taken twice`(_ seed: UInt64) throws {
        try withTemporaryFolder { folder in
            var play = try Play(in: folder, seed: seed)
            for step in 0..<150 {
                let act = try play.step()
                try #require(try play.found() == play.expected, "step \(step): \(act)")
            }
            try play.finish()
            #expect(try play.found() == play.expected)
            #expect(play.taken.count == Set(play.taken).count)
        }
    }
}

private struct Play {
    /// The texts that must be somewhere below the inbox, each once.
    private(set) var expected: [String] = []
    /// The texts of the files that were placed.
    private(set) var taken: [String] = []

    private let fixture: InboxFixture
    private var random: SplitMix
    private var scan = InboxScan(options: InboxOptions())
    private var settled: [FileSnapshot] = []
    private var claims: [Claim] = []
    private var now = ContinuousClock.now
    private var dropCount = 0
    private var claimCount = 0

    private static let names = ["a.docx", "b.docx", "c.docx", "a (2).docx", "a.docx.receipt.txt"]

    init(in folder: URL, seed: UInt64) throws {
        fixture = try InboxFixture(in: folder)
        random = SplitMix(state: seed)
        _ = try fixture.open()
    }

    mutating func step() throws -> String {
        switch Int.random(in: 0..<12, using: &random) {
        case 0...2: try drop()
        case 3: try rename()
        case 4: try delete()
        case 5...6: try look()
        case 7...8: try claim()
        case 9: try place()
        case 10: try putBack()
        default: try crash()
        }
    }

    /// Works until nothing is left, as an undisturbed service would.
    mutating func finish() throws {
        _ = try crash()
        repeat {
            while !claims.isEmpty { _ = try place() }
            _ = try look()
            now += .seconds(5)
            _ = try look()
            while !settled.isEmpty { _ = try claim() }
        } while !claims.isEmpty
        #expect(try fixture.names().isEmpty)
    }

    /// The texts of all files below the inbox but for notes.
    func found() throws -> [String] {
        let files = FileManager.default.enumerator(
            at: fixture.inbox,
            includingPropertiesForKeys: [.isRegularFileKey]
        )
        return try (files?.compactMap { $0 as? URL } ?? [])
            .filter { try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true }
            .map { try String(contentsOf: $0, encoding: .utf8) }
            .filter { $0.hasPrefix("drop") }
            .sorted()
    }

    private mutating func drop() throws -> String {
        let name = randomName()
        forget(name)
        dropCount += 1
        let text = "drop \(1_000 + dropCount)"
        try fixture.drop(name, text)
        expected.append(text)
        expected.sort()
        return "drop \(name)"
    }

    private mutating func rename() throws -> String {
        let (old, new) = (randomName(), randomName())
        guard old != new, exists(old) else { return "nothing" }
        forget(new)
        try #require(Glibc.rename(url(old).path, url(new).path) == 0)
        return "rename \(old) to \(new)"
    }

    private mutating func delete() throws -> String {
        let name = randomName()
        guard exists(name) else { return "nothing" }
        forget(name)
        try FileManager.default.removeItem(at: url(name))
        return "delete \(name)"
    }

    private mutating func look() throws -> String {
        now += .milliseconds(Int.random(in: 0...6_000, using: &random))
        settled = scan.look(at: try fixture.open().listing(), now: now).settled.map(\.file)
        return "look"
    }

    private mutating func claim() throws -> String {
        guard let file = settled.popLast() else { return "nothing" }
        let outcome = try fixture.open().claim(file, id: nextID())
        if case .claimed(let claim) = outcome { claims.append(claim) }
        return "claim \(file.name.display): \(outcome)"
    }

    private mutating func place() throws -> String {
        guard let claim = claims.popLast() else { return "nothing" }
        let inbox = try fixture.open()
        let text = String(decoding: try inbox.open(claim).contents(), as: UTF8.self)
        let places: [InboxFolder.Place?] = [
            .needsAttention, .duplicates, CalendarDate(iso: "2026-11-19").map { .accepted($0) },
        ]
        let place = places.compactMap(\.self).randomElement(using: &random) ?? .duplicates
        let path = try inbox.place(claim, in: place, as: inbox.freeName(for: claim.name, in: place))
        try inbox.writeNote(.receipt, beside: path, text: "note")
        taken.append(text)
        return "place \(path.escaped)"
    }

    private mutating func putBack() throws -> String {
        guard let claim = claims.popLast() else { return "nothing" }
        return "put back \(try fixture.open().unclaim(claim).display)"
    }

    private mutating func crash() throws -> String {
        scan = InboxScan(options: InboxOptions())
        settled = []
        claims = try fixture.open().claimedFiles()
        return "crash"
    }

    /// Somebody overwrites or deletes what is in the inbox: their own decision, no loss of ours.
    private mutating func forget(_ name: String) {
        guard let text = try? fixture.text(at: name) else { return }
        expected.removeAll { $0 == text }
    }

    private func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }

    private func url(_ name: String) -> URL { fixture.inbox.appendingPathComponent(name) }

    private mutating func randomName() -> String { Self.names.randomElement(using: &random) ?? "a.docx" }

    /// Ids in order, so that a seed gives the same play each time.
    private mutating func nextID() throws -> UUID {
        claimCount += 1
        return try #require(UUID(uuidString: "00000000-0000-4000-8000-\(100_000_000_000 + claimCount)"))
    }
}

/// A sequence of numbers that a seed repeats.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
