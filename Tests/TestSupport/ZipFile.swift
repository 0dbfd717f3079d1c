/// Writes zip files byte by byte: honest ones and ones that lie.
package struct ZipFile {
    package struct Entry {
        package var name: String
        package var data: [UInt8]
        /// 0 is stored, 8 is deflated; the data is taken as it is.
        package var method: UInt16 = 0
        package var size: UInt32?
        package var checksum: UInt32?
        /// Sizes stand behind the data, as programs write that cannot seek.
        package var hasDescriptor = false
        package var isEncrypted = false

        package init(
            name: String,
            data: [UInt8],
            method: UInt16 = 0,
            size: UInt32? = nil,
            checksum: UInt32? = nil,
            hasDescriptor: Bool = false,
            isEncrypted: Bool = false
        ) {
            self.name = name
            self.data = data
            self.method = method
            self.size = size
            self.checksum = checksum
            self.hasDescriptor = hasDescriptor
            self.isEncrypted = isEncrypted
        }
    }

    package var entries: [Entry]

    package init(entries: [Entry] = []) { self.entries = entries }

    package var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = UInt32(file.count)
            let name = Array(entry.name.utf8)
            let checksum = entry.checksum ?? ZipFile.checksum(entry.data)
            let size = entry.size ?? UInt32(entry.data.count)
            let flags: UInt16 = (entry.hasDescriptor ? 8 : 0) | (entry.isEncrypted ? 1 : 0)
            let packed = UInt32(entry.data.count)
            let sums = little(checksum) + little(packed) + little(size)
            file +=
                little(0x0403_4B50 as UInt32) + little(20 as UInt16) + little(flags) + little(entry.method)
            file += little(0 as UInt32) + (entry.hasDescriptor ? [UInt8](repeating: 0, count: 12) : sums)
            file += little(UInt16(name.count)) + little(0 as UInt16) + name + entry.data
            if entry.hasDescriptor { file += little(0x0807_4B50 as UInt32) + sums }
            directory +=
                little(0x0201_4B50 as UInt32) + little(20 as UInt16) + little(20 as UInt16) + little(flags)
            directory += little(entry.method) + little(0 as UInt32) + sums + little(UInt16(name.count))
            directory += [UInt8](repeating: 0, count: 12) + little(offset) + name
        }
        let start = UInt32(file.count)
        let count = UInt16(truncatingIfNeeded: entries.count)
        file +=
            directory + little(0x0605_4B50 as UInt32) + little(0 as UInt32) + little(count) + little(count)
        return file + little(UInt32(directory.count)) + little(start) + little(0 as UInt16)
    }

    /// A deflated run of one letter (RFC 1951, fixed codes) and how long it is unpacked.
    package static func bomb(_ letter: UInt8, matches: Int) -> (data: [UInt8], size: UInt32) {
        var bits: [Bool] = [true, true, false]
        func code(_ value: Int, _ length: Int) -> [Bool] {
            (0..<length).reversed().map { value >> $0 & 1 == 1 }
        }
        bits += code(0x30 + Int(letter), 8)
        for _ in 0..<matches { bits += code(0b1100_0101, 8) + code(0, 5) }
        bits += code(0, 7)
        var data: [UInt8] = []
        for start in stride(from: 0, to: bits.count, by: 8) {
            let byte = bits[start..<min(start + 8, bits.count)].enumerated()
            data.append(byte.reduce(0) { $0 | ($1.element ? 1 << UInt8($1.offset) : 0) })
        }
        return (data, UInt32(1 + 258 * matches))
    }

    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    private func little(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}
