import CZip

/// One entry of a zip container, unpacked.
struct ZipPart {
    var name: String
    var data: [UInt8]
    /// The size and checksum that a deflated entry claims for what it unpacks to; nil for a stored one.
    var unpacked: (size: Int, sum: Int)?

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

    /// An archive of the entries; with `sharing` one more lies in it once and is listed by many names.
    static func pack(_ parts: [ZipPart], sharing: ZipPart? = nil, by names: [String] = []) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        var count = 0
        func add(_ part: ZipPart, by names: [String]) {
            let start = file.count
            let method = part.unpacked == nil ? 0 : 8
            let (size, sum) = part.unpacked ?? (part.data.count, checksum(part.data))
            let sums = little(sum, 4) + little(part.data.count, 4) + little(size, 4)
            for name in names {
                let name = Array(name.utf8.prefix(0xFFFF))
                directory +=
                    little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + little(0, 2) + little(method, 2)
                directory +=
                    little(0, 4) + sums + little(name.count, 2) + little(0, 12) + little(start, 4) + name
            }
            let name = Array(part.name.utf8.prefix(0xFFFF))
            file += little(0x0403_4B50, 4) + little(20, 2) + little(0, 2) + little(method, 2) + little(0, 4)
            file += sums + little(name.count, 2) + little(0, 2) + name + part.data
            count += names.count
        }
        for part in parts { add(part, by: [part.name]) }
        if let sharing { add(sharing, by: names) }
        let end = little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2)
        return file + directory + end + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
    }

    private static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func checksum(_ data: [UInt8]) -> Int {
        var sum = Checksum()
        for byte in data { sum.add(byte) }
        return sum.value
    }
}
