/// Writes containers of older Office programs: a root and what lies in it, each stream a sector of 4 kB.
struct OldOffice {
    /// Name, and the beginning of a stream; nil for a storage.
    var entries: [(name: String, stream: [UInt8]?)] = []
    /// Which sector follows each, after ours.
    var spoiledTable: [Int: UInt32] = [:]

    /// A Word document with the given flags of its first block.
    static func word(flags: UInt16, with further: String...) -> OldOffice {
        let head: [UInt8] = [0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, UInt8(flags & 0xFF), UInt8(flags >> 8)]
        return OldOffice(entries: [("WordDocument", head)] + further.map { ($0, nil) })
    }

    var bytes: [UInt8] {
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        header +=
            [UInt8](repeating: 0, count: 16) + little16(0x3E) + little16(3) + little16(0xFFFE) + little16(9)
        header +=
            little16(6) + [UInt8](repeating: 0, count: 10) + little(1) + little(1) + little(0) + little(4096)
        header += little(0xFFFF_FFFE) + little(0) + little(0xFFFF_FFFE) + little(0) + little(0)
        header += (0..<108).flatMap { _ in little(0xFFFF_FFFF) }

        // Sector 0 is the table, then the directory, then eight sectors for each stream.
        let directorySectors = (entries.count + 1 + 3) / 4
        var table: [UInt32] = [0xFFFF_FFFD]
        func chain(_ count: Int) -> Int {
            let start = table.count
            table += (0..<count).map { $0 == count - 1 ? 0xFFFF_FFFE : UInt32(start + $0 + 1) }
            return start
        }
        _ = chain(directorySectors)
        var directory = record("Root Entry", kind: 5, child: entries.isEmpty ? nil : 1)
        var streams: [UInt8] = []
        for (index, entry) in entries.enumerated() {
            let next = index + 1 < entries.count ? index + 2 : nil
            let start = entry.stream == nil ? nil : chain(8)
            directory += record(entry.name, kind: entry.stream == nil ? 1 : 2, right: next, start: start)
            if let stream = entry.stream { streams += padded(stream, to: 4096) }
        }
        for (sector, next) in spoiledTable { table[sector] = next }
        let free = [UInt32](repeating: 0xFFFF_FFFF, count: 128 - table.count)
        return header + (table + free).flatMap { little($0) }
            + padded(directory, to: directorySectors * 512) + streams
    }

    private func record(_ name: String, kind: UInt8, right: Int? = nil, child: Int? = nil, start: Int? = nil)
        -> [UInt8]
    {
        func link(_ place: Int?) -> [UInt8] { little(place.map { UInt32($0) } ?? 0xFFFF_FFFF) }
        var record = padded(name.utf16.flatMap { little16($0) }, to: 64)
        record += little16(UInt16(name.utf16.count + 1) * 2) + [kind, 1]
        record += link(nil) + link(right) + link(child) + [UInt8](repeating: 0, count: 36)
        return padded(record + link(start) + little(start == nil ? 0 : 4096), to: 128)
    }

    private func padded(_ bytes: [UInt8], to count: Int) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: count - bytes.count)
    }

    private func little(_ value: UInt32) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }
    private func little16(_ value: UInt16) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}
