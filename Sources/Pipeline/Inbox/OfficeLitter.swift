/// What office programs, browsers and file managers leave in a folder and nobody means as minutes.
enum OfficeLitter {
    static func contains(_ name: FileName) -> Bool {
        let bytes = name.bytes.map(lowercased)
        return names.contains(bytes) || prefixes.contains(where: bytes.starts)
            || suffixes.contains { bytes.count >= $0.count && bytes.suffix($0.count).elementsEqual($0) }
    }

    /// The names of the files that show that somebody has `name` open.
    ///
    /// Word puts `~$` before a short name and in place of the first one or two characters of a longer one;
    /// LibreOffice writes `.~lock.NAME#`.
    static func ownerFiles(of name: FileName) -> [FileName] {
        var rest = name.bytes[...]
        var candidates: [FileName?] = [FileName(bytes: Array(".~lock.".utf8) + rest + Array("#".utf8))]
        for _ in 0...2 {
            candidates.append(FileName(bytes: Array("~$".utf8) + rest))
            rest = rest.dropFirst(max(1, FileName.scalarLength(at: rest)))
        }
        return candidates.compactMap(\.self)
    }

    private static let names: Set<[UInt8]> = Set(
        ["thumbs.db", "ehthumbs.db", "desktop.ini", "@eadir", "__macosx", "$recycle.bin"].map {
            Array($0.utf8)
        }
    )
    private static let prefixes: [[UInt8]] = ["~$", ".", "~wrl", "~wrd"].map { Array($0.utf8) }
    private static let suffixes: [[UInt8]] = [
        ".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".lnk", ".url", ".swp",
        "~",
    ].map { Array($0.utf8) }

    /// ASCII only: the names above are, and the others are compared byte by byte.
    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
