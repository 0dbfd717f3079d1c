import CZip

/// One entry of a zip container, unpacked.
struct ZipPart {
    var name: String
    var data: [UInt8]

    /// The entries of an honest archive; what cannot be unpacked is left out.
    static func unpack(_ archive: [UInt8]) -> [ZipPart] {
        archive.withUnsafeBytes { bytes in
            guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, nil) else {
                return []
            }
            guard let zip = zip_open_from_source(source, ZIP_RDONLY, nil) else {
                zip_source_free(source)
                return []
            }
            defer { zip_discard(zip) }
            return (0..<UInt64(max(zip_get_num_entries(zip, 0), 0))).compactMap { part(at: $0, of: zip) }
        }
    }

    private static func part(at index: UInt64, of zip: OpaquePointer) -> ZipPart? {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat_index(zip, index, 0, &status) == 0, let name = status.name,
            let file = zip_fopen_index(zip, index, 0)
        else { return nil }
        defer { zip_fclose(file) }
        var data = [UInt8](repeating: 0, count: Int(status.size))
        guard zip_fread(file, &data, status.size) == status.size else { return nil }
        return ZipPart(name: String(cString: name), data: data)
    }

    /// An archive of stored entries.
    static func pack(_ parts: [ZipPart]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        func little(_ value: Int, _ bytes: Int) -> [UInt8] {
            (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        for part in parts {
            let name = Array(part.name.utf8.prefix(0xFFFF))
            let sums =
                little(checksum(part.data), 4) + little(part.data.count, 4) + little(part.data.count, 4)
                + little(name.count, 2)
            directory += little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + little(0, 8) + sums
            directory += little(0, 12) + little(file.count, 4) + name
            file +=
                little(0x0403_4B50, 4) + little(20, 2) + little(0, 8) + sums + little(0, 2) + name + part.data
        }
        let count = little(parts.count, 2)
        let end = little(0x0605_4B50, 4) + little(0, 4) + count + count + little(directory.count, 4)
        return file + directory + end + little(file.count, 4) + little(0, 2)
    }

    /// CRC-32 as zip has it.
    private static func checksum(_ data: [UInt8]) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in data { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
        return Int(~sum)
    }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
