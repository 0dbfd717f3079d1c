import Foundation
import Glibc
import Pipeline
import Testing

/// An inbox and a state folder in a temporary folder, with the hands of the people who use them.
struct InboxFixture {
    let inbox: URL
    let state: URL

    init(in folder: URL) throws {
        inbox = folder.appendingPathComponent("inbox")
        state = folder.appendingPathComponent("state")
        for folder in [inbox, state] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        }
    }

    func open(knownDevice: UInt64? = nil) throws -> InboxFolder {
        try InboxFolder(path: inbox.path, knownDevice: knownDevice)
    }

    func drop(_ name: FileName, _ text: String = "minutes") throws {
        let descriptor = creat(path(of: name), 0o644)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    }

    func drop(_ name: String, _ text: String = "minutes") throws {
        try drop(#require(FileName(name)), text)
    }

    /// What the inbox shows for one file now.
    func observe(_ name: String) throws -> FileSnapshot {
        let name = try #require(FileName(name))
        return try #require(try open().listing().first { $0.name == name })
    }

    /// Claims a file as it is now.
    func claim(_ name: String) throws -> Claim {
        try claimed(open().claim(observe(name), id: UUID()))
    }

    func text(at path: InboxPath) throws -> String {
        var file = inbox
        for name in path.folders + [path.name] {
            file.appendPathComponent(String(decoding: name.bytes, as: UTF8.self))
        }
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    func text(at path: String) throws -> String {
        String(decoding: try Data(contentsOf: inbox.appendingPathComponent(path)), as: UTF8.self)
    }

    /// What lies in the inbox, without our folders.
    func names() throws -> [String] {
        try open().listing().filter { $0.kind != .folder }.map(\.name.display)
    }

    func path(of name: FileName) -> [CChar] {
        (Array(inbox.path.utf8) + [UInt8(ascii: "/")] + name.bytes).map(CChar.init(bitPattern:)) + [0]
    }
}

/// The claim, if the file was claimed.
func claimed(_ outcome: Claim.Outcome) throws -> Claim {
    guard case .claimed(let claim) = outcome else {
        Issue.record("not claimed: \(outcome)")
        throw InboxError.claimGone
    }
    return claim
}
