import CZip

/// The entries of a zip container in memory, found by name and unpacked within the limits.
///
/// A name only ever serves for comparison and never becomes a path. Sizes that an archive declares are not
/// believed: an entry is read to its end, and one byte more than declared is damage.
final class ZipArchive {
    private let archive: OpaquePointer
    private let storage: UnsafeMutableRawBufferPointer
    private let limits: ReadingLimits
    private var indices: [String: UInt64] = [:]
    /// Of all entries, as they are written and in their order.
    private(set) var names: [String] = []
    private var unpackedBytesLeft: Int
    /// What was unpacked, since some parts are looked at more than once.
    private var unpacked: [UInt64: [UInt8]] = [:]

    init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        // libzip keeps the pointer for as long as the archive is open, so the bytes need a fixed place.
        let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
        storage.copyBytes(from: bytes)
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(storage.baseAddress, UInt64(bytes.count), 0, &error)
        else {
            storage.deallocate()
            throw .damaged
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            storage.deallocate()
            throw .damaged
        }
        self.archive = archive
        self.storage = storage
        self.limits = limits
        unpackedBytesLeft = limits.unpackedSize
        try listEntries()
    }

    deinit {
        zip_discard(archive)
        storage.deallocate()
    }

    func contains(_ name: String) -> Bool { indices[ZipArchive.key(name)] != nil }

    /// Names in lower case of the entries in that folder.
    func names(in folder: String) -> [String] {
        let folder = ZipArchive.key(folder)
        return indices.keys.filter { $0.hasPrefix(folder) }
    }

    /// The unpacked bytes of the entry with that name, compared without regard to case as OPC does, or nil.
    func contents(of name: String) throws(ReadingError) -> [UInt8]? {
        guard let index = indices[ZipArchive.key(name)] else { return nil }
        if let known = unpacked[index] { return known }
        let status = try self.status(of: index)
        guard status.comp_method == ZIP_CM_STORE || status.comp_method == ZIP_CM_DEFLATE else {
            throw .damaged
        }
        guard let size = Int(exactly: status.size), let packed = Int(exactly: status.comp_size) else {
            throw .damaged
        }
        guard size <= limits.ratioFloor || size / limits.compressionRatio <= packed, size <= unpackedBytesLeft
        else {
            throw .tooLarge("The document unpacks to more than any real minutes hold.")
        }
        unpackedBytesLeft -= size
        let bytes = try unpack(index, size: size)
        unpacked[index] = bytes
        return bytes
    }

    private func unpack(_ index: UInt64, size: Int) throws(ReadingError) -> [UInt8] {
        guard let file = zip_fopen_index(archive, index, 0) else { throw .damaged }
        defer { zip_fclose(file) }
        // One byte of room more than declared: it shows an entry that lies, and the read that meets the end is
        // the one that compares the checksum.
        var isRead = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { room, count in
            while count <= size {
                let free = UnsafeMutableRawBufferPointer(room)[count...]
                let place = UnsafeMutableRawBufferPointer(rebasing: free)
                let read = zip_fread(file, place.baseAddress, UInt64(place.count))
                isRead = read >= 0
                if read <= 0 { break }
                count += Int(read)
            }
        }
        guard isRead, bytes.count == size else { throw .damaged }
        return bytes
    }

    private func listEntries() throws(ReadingError) {
        let count = zip_get_num_entries(archive, 0)
        guard count > 0 else { throw .damaged }
        guard count <= limits.archiveEntries else {
            throw .tooLarge("The file holds more parts than any real document.")
        }
        indices.reserveCapacity(Int(count))
        var total = 0
        for index in 0..<UInt64(count) {
            let status = try self.status(of: index)
            guard let name = status.name, let size = Int(exactly: status.size) else { throw .damaged }
            total = total.addingReportingOverflow(size).overflow ? .max : total + size
            guard total <= limits.unpackedSize else {
                throw .tooLarge("The document unpacks to more than any real minutes hold.")
            }
            names.append(String(cString: name))
            let key = ZipArchive.key(String(cString: name))
            // Two entries of one name: two programs would read two different documents.
            guard indices.updateValue(index, forKey: key) == nil else { throw .damaged }
        }
    }

    private func status(of index: UInt64) throws(ReadingError) -> zip_stat_t {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat_index(archive, index, 0, &status) == 0 else { throw .damaged }
        guard status.encryption_method == ZIP_EM_NONE else { throw .encrypted }
        return status
    }

    /// How many notes for people the container has about itself and its entries.
    var noteCount: Int {
        var length: Int32 = 0
        var count = zip_get_archive_comment(archive, &length, 0) != nil && length > 0 ? 1 : 0
        for index in 0..<UInt64(names.count) {
            var length: UInt32 = 0
            if zip_file_get_comment(archive, index, &length, 0) != nil, length > 0 { count += 1 }
        }
        return count
    }

    /// An entry as it is packed, for another archive, which owns it; this one must stay open until that one is written.
    func packed(_ name: String, for other: OpaquePointer) -> OpaquePointer? {
        indices[ZipArchive.key(name)].flatMap {
            zip_source_zip(other, archive, $0, UInt32(ZIP_FL_COMPRESSED), 0, -1)
        }
    }

    /// What a name is compared by.
    static func key(_ name: String) -> String {
        name.lowercased().replacing("\\", with: "/")
    }
}

/// Bytes at a fixed address, for C libraries that keep the pointer.
final class OwnedBytes {
    private let memory: UnsafeMutableRawBufferPointer
    var count = 0

    init(capacity: Int) {
        memory = .allocate(byteCount: max(capacity, 1), alignment: 16)
    }

    convenience init(_ bytes: some Collection<UInt8>) {
        self.init(capacity: bytes.count)
        memory.copyBytes(from: bytes)
        count = bytes.count
    }

    deinit { memory.deallocate() }

    var filled: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }
    var free: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(rebasing: memory[count...]) }
}
