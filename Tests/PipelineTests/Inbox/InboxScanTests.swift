import Testing

@testable import Pipeline

struct InboxScanTests {
    private let start = ContinuousClock.now

    @Test func `a file is taken once it stayed as it is for the settle time`() {
        var scan = InboxScan(options: InboxOptions())
        let file = snapshot("minutes.docx")

        let first = scan.look(at: [file], now: start)
        let early = scan.look(at: [file], now: start + .milliseconds(4_999))
        let settled = scan.look(at: [file], now: start + .seconds(5))

        #expect(first.waiting.map(\.reason) == [.settling])
        #expect(early.waiting.map(\.until) == [start + .seconds(5)])
        #expect(early.settled.isEmpty)
        #expect(settled.settled == [.init(file: file, hasStaleOwner: false)])
    }

    @Test(arguments: [
        snapshot("minutes.docx", size: 8), snapshot("minutes.docx", modified: 2),
        snapshot("minutes.docx", nanoseconds: 1), snapshot("minutes.docx", inode: 99),
    ])
    func `any change starts the settle time again`(_ changed: FileSnapshot) {
        var scan = InboxScan(options: InboxOptions())
        _ = scan.look(at: [snapshot("minutes.docx")], now: start)

        let look = scan.look(at: [changed], now: start + .seconds(5))
        let later = scan.look(at: [changed], now: start + .seconds(10))

        #expect(look.settled.isEmpty)
        #expect(later.settled.map(\.file) == [changed])
    }

    @Test func `a file that went away for a moment settles anew`() {
        var scan = InboxScan(options: InboxOptions())
        let file = snapshot("minutes.docx")
        _ = scan.look(at: [file], now: start)
        _ = scan.look(at: [], now: start + .seconds(2))

        #expect(scan.look(at: [file], now: start + .seconds(5)).settled.isEmpty)
        #expect(scan.look(at: [file], now: start + .seconds(10)).settled.count == 1)
    }

    @Test(arguments: [-5_000_000_000, 0, 9_000_000_000_000, Int.max, Int.min])
    func `modification times of any age settle alike`(_ seconds: Int) {
        var scan = InboxScan(options: InboxOptions())
        let file = snapshot("minutes.docx", modified: seconds)

        #expect(scan.look(at: [file], now: start).settled.isEmpty)
        #expect(scan.look(at: [file], now: start + .seconds(5)).settled.count == 1)
    }

    @Test(arguments: [
        "~$minutes.docx", ".hidden.docx", "a.tmp", "A.TMP", "a.part", "a.crdownload", "a.filepart",
        "Thumbs.db",
        "desktop.ini", ".DS_Store", "~WRL0001.tmp", "a.lnk", ".~lock.minutes.docx#", "minutes.docx~",
    ])
    func `office litter is left alone`(_ name: String) {
        var scan = InboxScan(options: InboxOptions())
        _ = scan.look(at: [snapshot(name)], now: start)

        #expect(scan.look(at: [snapshot(name)], now: start + .seconds(3_600)) == InboxLook())
    }

    @Test(arguments: [
        ("minutes.docx", "~$nutes.docx"), ("minutes.docx", "~$minutes.docx"),
        ("abcdefg.docx", "~$bcdefg.docx"),
        ("minutes.docx", ".~lock.minutes.docx#"), ("\u{E9}\u{E9}minutes.docx", "~$minutes.docx"),
    ])
    func `a file that is open in an office program waits until it is closed`(_ name: String, _ owner: String)
    {
        var scan = InboxScan(options: InboxOptions())
        let (file, owner) = (snapshot(name), snapshot(owner, inode: 2))
        _ = scan.look(at: [file, owner], now: start)

        let open = scan.look(at: [file, owner], now: start + .seconds(3_600))
        let closed = scan.look(at: [file], now: start + .seconds(3_601))

        #expect(open.waiting.map(\.reason) == [.openInOffice])
        #expect(closed.settled == [.init(file: file, hasStaleOwner: false)])
    }

    @Test func `an owner file left over from a crash stops nothing after twelve hours`() throws {
        var scan = InboxScan(options: InboxOptions())
        let (file, owner) = (snapshot("minutes.docx"), snapshot("~$nutes.docx", inode: 2))
        _ = scan.look(at: [file, owner], now: start)

        let before = scan.look(at: [file, owner], now: start + .seconds(43_199))
        let after = scan.look(at: [file, owner], now: start + .seconds(43_200))

        #expect(before.settled.isEmpty)
        #expect(try #require(after.settled.first?.note).contains("left over from a crash"))
    }

    @Test func `an empty file waits ten minutes and is then given up as empty`() {
        var scan = InboxScan(options: InboxOptions())
        let file = snapshot("minutes.docx", size: 0)
        _ = scan.look(at: [file], now: start)

        let waiting = scan.look(at: [file], now: start + .seconds(599))
        let over = scan.look(at: [file], now: start + .seconds(600))

        #expect(waiting.waiting.map(\.reason) == [.empty])
        #expect(over.settled.map(\.isEmpty) == [true])
    }

    @Test(arguments: [FileSnapshot.Kind.link, .folder, .special])
    func `what is not an ordinary file is named once and never taken`(_ kind: FileSnapshot.Kind) {
        var scan = InboxScan(options: InboxOptions())
        let thing = snapshot("minutes.docx", kind: kind)

        let first = scan.look(at: [thing], now: start)
        let later = scan.look(at: [thing], now: start + .seconds(60))

        #expect(first.ignored.map(\.isNew) == [true])
        #expect(later.ignored.map(\.isNew) == [false])
        #expect(first.settled.isEmpty && later.settled.isEmpty)
    }

    @Test func `our own folders are not reported`() {
        var scan = InboxScan(options: InboxOptions())
        let folders = ["Accepted", "Needs attention", "Duplicates", ".minuted"].map {
            snapshot($0, kind: .folder)
        }

        #expect(scan.look(at: folders, now: start) == InboxLook())
    }

    @Test func `vanished files are forgotten`() {
        var scan = InboxScan(options: InboxOptions())
        _ = scan.look(at: (0..<1_000).map { snapshot("minutes \($0).docx") }, now: start)

        _ = scan.look(at: [snapshot("minutes 1.docx")], now: start + .seconds(1))

        #expect(scan.sightingCount == 1)
    }

    @Test func `the next look comes when the first waiting file can be taken`() {
        var scan = InboxScan(options: InboxOptions())
        let look = scan.look(at: [snapshot("minutes.docx"), snapshot("b.docx", size: 0)], now: start)

        let next = NextLook.after(look, now: start + .seconds(1), rescan: .seconds(30))

        #expect(next == start + .seconds(5))
    }

    @Test func `without waiting files the next look is the rescan`() {
        var scan = InboxScan(options: InboxOptions())
        let file = snapshot("minutes.docx")
        _ = scan.look(at: [file], now: start)
        let look = scan.look(at: [file], now: start + .seconds(9))

        #expect(look.settled.count == 1)
        #expect(
            NextLook.after(look, now: start + .seconds(9), rescan: .seconds(30)) == start + .seconds(39)
        )
    }
}

private func snapshot(
    _ name: String,
    kind: FileSnapshot.Kind = .file,
    size: Int64 = 7,
    modified: Int = 1,
    nanoseconds: Int = 0,
    inode: UInt64 = 1
) -> FileSnapshot {
    guard let name = FileName(name) else { preconditionFailure("a test uses valid names") }
    return FileSnapshot(
        name: name,
        kind: kind,
        size: size,
        modified: .init(seconds: modified, nanoseconds: nanoseconds),
        inode: inode,
        device: 1
    )
}
